// The content scripts: put in the pages of the sites that the author chose, and in no others.

const CONTENT_SCRIPTS = [
  "sites.js",
  "messages.js",
  "field/reading.js",
  "field/edits.js",
  "field/mirror.js",
  "field/field.js",
  "field/highlights.js",
  "content/worker_link.js",
  "content/context.js",
  "content/checking.js",
  "content/style.js",
  "content/overlay.js",
  "content/badge.js",
  "content/popover.js",
  "content/nudge.js",
  "content/posting.js",
  "content/companion.js",
];
const CONTENT_STYLES = ["field/highlights.css"];
const REGISTRATION = "sites";

/** Have the browser put the content scripts in the pages of these sites from now on. @param {readonly ChosenSite[]} sites */
async function register(sites) {
  const allowed = await allowedOf(sites);
  const known = await chrome.scripting.getRegisteredContentScripts({ ids: [REGISTRATION] });
  if (known.length) await chrome.scripting.unregisterContentScripts({ ids: [REGISTRATION] });
  if (!allowed.length) return;
  await chrome.scripting.registerContentScripts([
    {
      id: REGISTRATION,
      matches: allowed.map(patternOf),
      js: CONTENT_SCRIPTS,
      css: CONTENT_STYLES,
      runAt: "document_start",
      allFrames: true,
      matchOriginAsFallback: true, // editors that keep their text in a frame of their own
    },
  ]);
  await putInOpenPages(allowed);
}

/** Those that the browser lets us into. @param {readonly ChosenSite[]} sites @returns {Promise<ChosenSite[]>} */
async function allowedOf(sites) {
  const allowed = await Promise.all(sites.map((site) => chrome.permissions.contains({ origins: [patternOf(site)] })));
  return sites.filter((_, index) => allowed[index]);
}

/** @param {ChosenSite} site @returns {string} */
function patternOf(site) {
  return `${site.origin}/*`;
}

/** Pages that were open before get the scripts now, except where they run already. @param {ChosenSite[]} sites */
async function putInOpenPages(sites) {
  for (const tab of await chrome.tabs.query({ url: sites.map(patternOf) })) {
    if (tab.id !== undefined) await putIn(tab.id).catch(() => {}); // a page that is closing, or shows an error
  }
}

/** @param {number} tabId */
async function putIn(tabId) {
  const running = await chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => "postlintRuns" in globalThis,
  });
  const frameIds = running.filter((frame) => !frame.result).map((frame) => frame.frameId);
  if (!frameIds.length) return;
  await chrome.scripting.insertCSS({ target: { tabId, frameIds }, files: CONTENT_STYLES });
  await chrome.scripting.executeScript({ target: { tabId, frameIds }, files: CONTENT_SCRIPTS });
}
