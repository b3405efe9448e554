// The bridge on this computer, which nothing but the worker asks.

const DEFAULT_PORT = 8917;
const PATIENCE = 4000; // milliseconds; who posts does not wait for us, and the bridge itself gives up after ten seconds

/** @type {Stored} */
const NOTHING_STORED = { port: DEFAULT_PORT, token: "", revoked: false, sites: [], askRisks: [], silenced: [] };

/** What is kept on this computer. @returns {Promise<Stored>} */
async function stored() {
  return /** @type {Promise<Stored>} */ (chrome.storage.local.get(NOTHING_STORED));
}

/** A bridge that did not do what was asked, and why. */
class NotAnswered extends Error {
  /** @param {NotChecked} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * What the bridge answers, as plain data; `NotAnswered` where it does not, and `AbortError` where `signal` says so.
 * @param {string} path @param {{body?: unknown, signal?: AbortSignal}} [options] @returns {Promise<unknown>}
 */
async function asked(path, { body, signal } = {}) {
  const { port, token, revoked } = await stored();
  if (!token) throw new NotAnswered(revoked ? "revoked" : "unpaired");
  const answer = await fetchFrom(port, path, token, body, signal);
  if (answer.status === 401) {
    await chrome.storage.local.set({ token: "", revoked: true });
    throw new NotAnswered("revoked");
  }
  if (!answer.ok) throw new NotAnswered("refused");
  return answer.json();
}

/**
 * @param {number} port @param {string} path @param {string} token @param {unknown} body @param {AbortSignal} [signal]
 * @returns {Promise<Response>}
 */
async function fetchFrom(port, path, token, body, signal) {
  const patience = AbortSignal.timeout(PATIENCE);
  try {
    return await fetch(`http://127.0.0.1:${port}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...{ cache: "no-store", credentials: "omit", redirect: "error", referrerPolicy: "no-referrer" },
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new NotAnswered(patience.aborted ? "slow" : "away");
  }
}

/** Turn a pairing code into a token, and keep it. @param {number} port @param {string} code @returns {Promise<PairAnswer>} */
async function pair(port, code) {
  try {
    const answer = await fetchFrom(port, "/v1/pair", "", { code, name: browserName() });
    if (answer.status === 400 || answer.status === 403) return { paired: false, reason: "code" };
    const data = await answer.json();
    if (!answer.ok || !isRecord(data) || typeof data.token !== "string") return { paired: false, reason: "refused" };
    await chrome.storage.local.set({ port, token: data.token, revoked: false });
    return { paired: true };
  } catch (error) {
    return { paired: false, reason: error instanceof NotAnswered ? error.reason : "refused" };
  }
}

/** What the pairing is called in `postlint pair --list`. @returns {string} */
function browserName() {
  const agent = navigator.userAgent;
  return ["Firefox", "Edg", "Chrome"].find((name) => agent.includes(name))?.replace(/^Edg$/, "Edge") ?? "browser";
}

/** Whether the bridge is there and lets us ask. @returns {Promise<StatusAnswer>} */
async function bridgeStatus() {
  try {
    const data = await asked("/v1/status");
    if (!isRecord(data) || !Array.isArray(data.problems)) return { state: "refused" };
    const problems = data.problems.filter(isRecord).map((each) => `${each.where}: ${each.what} ${each.remedy}`);
    return { state: "paired", version: String(data.postlint), problems };
  } catch (error) {
    return { state: reasonOf(error) };
  }
}

/** @param {unknown} error @returns {NotChecked} */
function reasonOf(error) {
  return error instanceof NotAnswered ? error.reason : "refused";
}
