// Builds the desk: one script and one style sheet in ../server/desk, with the licences of what the script holds.

import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const built = join(here, "../server/desk");

await rm(built, { recursive: true, force: true });
await mkdir(built, { recursive: true });
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: ["src/desk.js", "src/desk.css"],
  outdir: built,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome119", "firefox119", "safari16.4"],
  legalComments: "none",
  metafile: true,
});
for (const file of ["index.html", "icon.svg"]) {
  await copyFile(join(here, "src", file), join(built, file));
}
await writeFile(join(built, "notices.txt"), await notices(Object.keys(metafile.inputs)));

/**
 * The licences of the packages that these files come from.
 *
 * @param {string[]} files
 */
async function notices(files) {
  const packages = files.flatMap((file) => file.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? []);
  const parts = [...new Set(packages)].sort().map(async (name) => {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    return `${name} ${version} (${license})\n\n${(await readFile(join(folder, "LICENSE"), "utf8")).trim()}\n`;
  });
  return `postlint's desk contains these packages.\n\n${(await Promise.all(parts)).join(`\n${"-".repeat(80)}\n\n`)}`;
}
