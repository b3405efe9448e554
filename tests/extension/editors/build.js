// Bundle each page of pages/ into bundles/: the editors as people meet them, without the network.
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const PARTS = new Set(["draft-text", "place", "react"]);
const files = (await readdir("pages")).filter((file) => !PARTS.has(file.split(".")[0]));

await build({
  entryPoints: files.map((file) => `pages/${file}`),
  outdir: "bundles",
  bundle: true,
  minify: true,
  jsx: "automatic",
  define: { global: "window", "process.env.NODE_ENV": '"production"' },
  loader: { ".svg": "dataurl", ".woff2": "dataurl" },
  external: ["@wordpress/vips", "@wordpress/vips/*", "@wordpress/video-conversion"], // for pictures, asked for when one comes
  logLevel: "warning",
});
