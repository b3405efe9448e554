// The background worker: it alone talks to the bridge, and it alone holds the token. Pages cannot reach it; its messages
// come from our own scripts, each looked at for who sent it and for its form.

// Chrome begins with this file, Firefox with the list of the manifest
if ("importScripts" in globalThis) {
  importScripts("../sites.js", "../messages.js", "secrets.js", "bridge.js", "judgement.js", "registration.js");
}

chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" }); // not even our own scripts in pages
chrome.runtime.onInstalled.addListener(renewRegistration);
chrome.runtime.onStartup.addListener(renewRegistration);
chrome.permissions.onAdded.addListener(renewRegistration);
chrome.permissions.onRemoved.addListener(renewRegistration);
chrome.storage.onChanged.addListener((changes) => {
  if (changes.sites) renewRegistration();
  if (changes.pairing?.newValue === "paired" || changes.silenced || changes.askRisks) tellOpenPages({ kind: "renew" });
});
chrome.commands.onCommand.addListener((command, tab) => {
  if (command === "findings" && tab?.id !== undefined) tell(tab.id, { kind: "open" });
});
chrome.runtime.onMessage.addListener((message, sender, answer) => {
  const handling = handle(message, sender);
  if (!handling) return false;
  handling.then(answer, () => answer(null));
  return true;
});

/** @type {Promise<void>} */
let registering = Promise.resolve();

/** One after the other: two at once would register twice. */
function renewRegistration() {
  registering = registering.then(async () => register((await stored()).sites)).catch(() => {});
}

/**
 * @param {unknown} message @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<unknown> | null} null where nobody answers
 */
function handle(message, sender) {
  if (sender.id !== chrome.runtime.id) return null;
  if (sender.url?.startsWith(chrome.runtime.getURL(""))) {
    const fromUs = fromOptions(message);
    return fromUs && answerOptions(fromUs);
  }
  const asking = fromPage(message);
  return asking && sender.tab?.id !== undefined ? answerPage(asking, sender, sender.tab.id) : null;
}

/** @param {FromOptions} message @returns {Promise<PairAnswer | StatusAnswer | null>} */
async function answerOptions(message) {
  if (message.kind === "pair") return pair(message.port, message.code);
  if (message.kind === "forget") await unpair("unpaired");
  return bridgeStatus();
}

/**
 * @param {FromPage} message @param {chrome.runtime.MessageSender} sender @param {number} tabId
 * @returns {Promise<CheckAnswer | ExplainAnswer | BeginAnswer>} null to a page that was not chosen
 */
async function answerPage(message, sender, tabId) {
  const chosen = chosenAt((await stored()).sites, addressOf(sender));
  if (!chosen) return null;
  const frame = sender.frameId ?? 0;
  switch (message.kind) {
    case "begin":
      return { site: chosen.site };
    case "check":
      return judge(`${tabId}/${frame}/${message.field}`, chosen.origin, message);
    case "explain":
      return {
        cases: casesIn(await asked(`/v1/explain?${new URLSearchParams({ name: message.name, lang: message.lang })}`)),
      };
    case "silence":
      await silence({ rule: message.rule, risk: message.risk, reason: message.reason, origin: chosen.origin });
      return null;
    case "waiting":
      tell(tabId, { kind: "waiting", frame, findings: message.findings }, { frameId: 0 });
      return null;
    case "settings":
      await chrome.runtime.openOptionsPage();
      return null;
  }
}

/** Whose page it is: a frame without an address of its own has its parent's. @param {chrome.runtime.MessageSender} sender */
function addressOf(sender) {
  const own = sender.origin ?? sender.url ?? "";
  return own.startsWith("http") ? own : (sender.tab?.url ?? "");
}

/** @param {Silenced} silenced */
async function silence(silenced) {
  const others = (await stored()).silenced.filter(
    (each) => each.rule !== silenced.rule || each.origin !== silenced.origin,
  );
  await chrome.storage.local.set({ silenced: [...others, silenced] });
}

/** @param {number} tabId @param {ToPage} message @param {chrome.tabs.MessageSendOptions} [options] */
function tell(tabId, message, options = {}) {
  chrome.tabs.sendMessage(tabId, message, options).catch(() => {}); // nobody listens there
}

/** @param {ToPage} message */
async function tellOpenPages(message) {
  const sites = await allowedOf((await stored()).sites);
  if (!sites.length) return;
  for (const tab of await chrome.tabs.query({ url: sites.map(patternOf) }))
    if (tab.id !== undefined) tell(tab.id, message);
}
