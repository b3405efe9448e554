// What the button in the browser's toolbar opens: whether we read along here, and how to the settings.

async function beginToolbar() {
  byId("settings").addEventListener("click", () => chrome.runtime.openOptionsPage());
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  await showHere(tab?.url ?? "");
  byId("status").textContent = statusWords(await askWorker({ kind: "status" }));
}

/** @param {string} address of the page before us */
async function showHere(address) {
  if (!/^https?:/.test(address)) {
    byId("here").textContent = words("toolbar_no_site");
    return;
  }
  const origin = originWithoutPort(address);
  const site = SITES.find((each) => each.origins.includes(origin))?.id ?? "web";
  const chosen = chosenAt((await settings()).sites, address) !== undefined;
  const box = choice(words("toolbar_here", new URL(origin).hostname), chosen, async (checked) => {
    if (checked) await chooseSites([{ origin, site }]);
    else await leaveSites([origin]);
    showHere(address);
  });
  byId("here").replaceChildren(box);
}

beginToolbar();
