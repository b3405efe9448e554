// What the pages of the extension share: the words, in the browser's language, and the worker.

/** @template {HTMLElement} [Kind=HTMLElement] @param {string} id @returns {Kind} */
function byId(id) {
  return /** @type {Kind} */ (document.getElementById(id));
}

/** The words of the interface. @param {string} key @param {...(string | number)} values */
function words(key, ...values) {
  return chrome.i18n.getMessage(key, values.map(String));
}

/** Put the words where the page says which. */
function putWords() {
  document.documentElement.lang = chrome.i18n.getUILanguage();
  for (const element of document.querySelectorAll("[data-say]")) {
    const { say: key = "", value = "" } = /** @type {HTMLElement} */ (element).dataset;
    element.textContent = words(key, value);
  }
}

/** @template Answer @param {FromOptions} message @returns {Promise<Answer>} */
async function askWorker(message) {
  return chrome.runtime.sendMessage(message);
}

/** What the pages show of the pairing. @param {StatusAnswer} status @returns {string} */
function statusWords(status) {
  return status.state === "paired" ? words("status_paired", status.version) : words(`why_${status.state}`);
}

/** @returns {Promise<Pick<Stored, "port" | "sites" | "askRisks" | "silenced">>} */
async function settings() {
  return chrome.storage.local.get({ port: 8917, sites: [], askRisks: [], silenced: [] });
}

/**
 * Read along at these, where the browser gives leave. To be called right where the author pressed something, since only
 * then may leave be asked for; the asking can close what was pressed, so they are kept before the answer.
 * @param {ChosenSite[]} added @returns {Promise<boolean>}
 */
async function chooseSites(added) {
  const asking = chrome.permissions.request({ origins: added.map((site) => `${site.origin}/*`) });
  const { sites } = await settings();
  const origins = added.map((site) => site.origin);
  await chrome.storage.local.set({ sites: [...sites.filter((site) => !origins.includes(site.origin)), ...added] });
  const allowed = await asking;
  if (!allowed) await leaveSites(origins);
  return allowed;
}

/** Read along there no more. @param {readonly string[]} origins */
async function leaveSites(origins) {
  const { sites } = await settings();
  await chrome.storage.local.set({ sites: sites.filter((site) => !origins.includes(site.origin)) });
  const leaving = origins.filter((origin) => !chrome.runtime.getManifest().host_permissions?.includes(`${origin}/*`));
  if (leaving.length) await chrome.permissions.remove({ origins: leaving.map((origin) => `${origin}/*`) });
}

/** @param {string} label @param {boolean} checked @param {(checked: boolean) => void} changed */
function choice(label, checked, changed) {
  const box = document.createElement("input");
  Object.assign(box, { type: "checkbox", checked });
  box.addEventListener("change", () => changed(box.checked));
  const around = document.createElement("label");
  around.append(box, label);
  return around;
}

putWords();
