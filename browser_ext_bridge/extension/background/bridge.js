// The bridge on this computer, which nothing but the worker asks.

const DEFAULT_PORT = 8917;
const PATIENCE = 4000; // milliseconds; who posts does not wait for us, and the bridge itself gives up after ten seconds

/** @type {Stored} */
const NOTHING_STORED = { port: DEFAULT_PORT, pairing: "unpaired", sites: [], askRisks: [], silenced: [] };

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
  const [{ port, pairing }, own] = await Promise.all([stored(), secrets()]);
  if (pairing === "revoked" || !own) throw new NotAnswered(pairing === "revoked" ? pairing : "unpaired");
  const patience = AbortSignal.timeout(PATIENCE);
  await askProof(port, own.key, { signal, patience });
  const answer = await fetchFrom(port, path, { token: own.token, body, signal, patience });
  if (answer.status === 401) {
    await unpair("revoked");
    throw new NotAnswered("revoked");
  }
  if (!answer.ok) throw new NotAnswered("refused");
  return answer.json();
}

/**
 * `NotAnswered` where another program has the port than the bridge that we paired with: it shall get neither the token
 * nor a draft. The port is in the proof, so that it cannot be had from our bridge at another one.
 * @param {number} port @param {CryptoKey} key @param {{signal?: AbortSignal, patience: AbortSignal}} options
 */
async function askProof(port, key, options) {
  const challenge = crypto.randomUUID();
  const answer = await fetchFrom(port, `/v1/proof?challenge=${challenge}`, options);
  const data = await answer.json().catch(() => null);
  const proof = bytesOf(isRecord(data) ? String(data.proof) : "");
  const proved = await crypto.subtle.verify("HMAC", key, proof, new TextEncoder().encode(`${port}:${challenge}`));
  if (!proved) throw new NotAnswered("stranger");
}

/** @param {string} hexadecimal */
function bytesOf(hexadecimal) {
  return Uint8Array.from(hexadecimal.match(/../g) ?? [], (digits) => parseInt(digits, 16));
}

/**
 * @param {number} port @param {string} path
 * @param {{token?: string, body?: unknown, signal?: AbortSignal, patience?: AbortSignal}} options
 * @returns {Promise<Response>}
 */
async function fetchFrom(port, path, { token, body, signal, patience = AbortSignal.timeout(PATIENCE) }) {
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
    const answer = await fetchFrom(port, "/v1/pair", { body: { code, name: browserName() } });
    if (answer.status === 400 || answer.status === 403) return { paired: false, reason: "code" };
    const data = await answer.json();
    if (!answer.ok || !isRecord(data) || !isText(data.token) || !isText(data.key))
      return { paired: false, reason: "refused" };
    await keepPairing(port, data.token, data.key);
    return { paired: true };
  } catch (error) {
    return { paired: false, reason: error instanceof NotAnswered ? error.reason : "refused" };
  }
}

/** @param {number} port @param {string} token @param {string} key in hexadecimal digits */
async function keepPairing(port, token, key) {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  await keepSecrets({ token, key: await crypto.subtle.importKey("raw", bytesOf(key), algorithm, false, ["verify"]) });
  await chrome.storage.local.set({ port, pairing: "paired" });
}

/** @param {"unpaired" | "revoked"} pairing what is left of it */
async function unpair(pairing) {
  await keepSecrets(null);
  await chrome.storage.local.set({ pairing });
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
