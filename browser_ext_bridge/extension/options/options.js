// The settings: the pairing, the sites, what is asked before posting, and what is not shown any more.

/** @param {StatusAnswer} status */
function showStatus(status) {
  byId("status").textContent = statusWords(status);
  byId("pair").hidden = status.state !== "unpaired" && status.state !== "revoked";
  byId("forget").hidden = !byId("pair").hidden;
  const problems = status.state === "paired" ? status.problems : [];
  byId("problems").replaceChildren(...problems.map((problem) => item(problem)));
}

/** @param {...(Node | string)} content */
function item(...content) {
  const element = document.createElement("li");
  element.append(...content);
  return element;
}

/** @param {string} label @param {() => void} pressed @param {string} [said] for who does not see what it is beside */
function button(label, pressed, said) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  if (said) element.setAttribute("aria-label", said);
  element.addEventListener("click", pressed);
  return element;
}

async function showSites() {
  const { sites } = await settings();
  const listed = SITES.filter((site) => site.origins.length).map(({ id, name, origins }) => {
    const chosen = sites.some((site) => origins.includes(site.origin));
    return item(choice(name, chosen, (checked) => chooseListed(id, name, origins, checked)));
  });
  const known = SITES.flatMap((site) => site.origins);
  const others = sites
    .filter((site) => !known.includes(site.origin))
    .map(({ origin, site }) => {
      const kind = words(`site_kind_${site}`);
      const remove = button(words("remove"), () => leaveSites([origin]), words("site_remove", origin));
      return item(`${origin} (${kind})`, remove);
    });
  byId("sites").replaceChildren(...listed, ...others);
}

/** @param {string} id @param {string} name @param {string[]} origins @param {boolean} checked */
async function chooseListed(id, name, origins, checked) {
  byId("site-said").textContent = "";
  if (!checked) return leaveSites(origins);
  if (await chooseSites(origins.map((origin) => ({ origin, site: id })))) return;
  byId("site-said").textContent = words("site_refused", name);
  showSites();
}

/** @param {SubmitEvent} event */
async function addSite(event) {
  event.preventDefault();
  const address = /** @type {HTMLInputElement} */ (byId("address"));
  const site = /** @type {HTMLSelectElement} */ (byId("kind")).value;
  const typed = address.value.trim();
  const url = URL.parse(/^https?:/.test(typed) ? typed : `https://${typed}`);
  if (!url || !/^[\w.-]+$/.test(url.hostname)) {
    byId("site-said").textContent = words("site_wrong");
    return;
  }
  const origin = originWithoutPort(url.href);
  const allowed = await chooseSites([{ origin, site }]);
  byId("site-said").textContent = allowed ? "" : words("site_refused", origin);
  if (allowed) address.value = "";
}

async function showRisks() {
  const { askRisks } = await settings();
  const choices = RISKS.map((risk) =>
    item(choice(riskWords(risk), askRisks.includes(risk), (checked) => chooseRisk(risk, checked))),
  );
  byId("risks").replaceChildren(...choices);
}

/** @param {string} risk @param {boolean} checked */
async function chooseRisk(risk, checked) {
  const others = (await settings()).askRisks.filter((each) => each !== risk);
  await chrome.storage.local.set({ askRisks: checked ? [...others, risk] : others });
}

/** @param {string} risk @returns {string} */
function riskWords(risk) {
  return words(`risk_${risk.replace("/", "__").replaceAll("-", "_")}`) || risk;
}

async function showSilenced() {
  const { silenced } = await settings();
  const items = silenced.map((each) => {
    const about = `${riskWords(each.risk)} (${each.rule}), ${each.origin}${each.reason ? `: ${each.reason}` : ""}`;
    return item(
      about,
      button(words("show_again"), () => showAgain(each), words("silenced_back", each.rule)),
    );
  });
  byId("silenced").replaceChildren(...(items.length ? items : [item(words("silenced_none"))]));
}

/** @param {Silenced} one */
async function showAgain({ rule, origin }) {
  const { silenced } = await settings();
  await chrome.storage.local.set({
    silenced: silenced.filter((each) => each.rule !== rule || each.origin !== origin),
  });
}

/** @param {SubmitEvent} event */
async function pairNow(event) {
  event.preventDefault();
  const port = Number(/** @type {HTMLInputElement} */ (byId("port")).value);
  const code = /** @type {HTMLInputElement} */ (byId("code")).value;
  const answer = /** @type {PairAnswer} */ (await askWorker({ kind: "pair", port, code }));
  if (answer.paired) return showStatus(await askWorker({ kind: "status" }));
  byId("status").textContent = words(answer.reason === "code" ? "pair_code" : `why_${answer.reason}`);
}

async function begin() {
  /** @type {HTMLInputElement} */ (byId("port")).value = String((await settings()).port);
  byId("pair").addEventListener("submit", pairNow);
  byId("forget").addEventListener("click", async () => showStatus(await askWorker({ kind: "forget" })));
  byId("add").addEventListener("submit", addSite);
  chrome.storage.onChanged.addListener(async (changes) => {
    if (changes.sites) showSites();
    if (changes.silenced) showSilenced();
    if (changes.pairing) showStatus(await askWorker({ kind: "status" }));
  });
  await Promise.all([showSites(), showRisks(), showSilenced()]);
  showStatus(await askWorker({ kind: "status" }));
}

begin();
