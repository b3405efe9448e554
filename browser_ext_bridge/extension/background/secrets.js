// What is kept of a pairing: the token, and the key by which we know the bridge. It stands in the extension's own database,
// since our scripts in pages can read storage.local in Firefox; to them IndexedDB is that of the page.

const SECRETS = "secrets";

/** Asked for once while the worker runs. @type {Promise<Secrets | null> | undefined} */
let known;

/** @returns {Promise<Secrets | null>} null while not paired */
function secrets() {
  known ??= secretsStore("readonly").then(async (store) => (await done(store.get(SECRETS))) ?? null);
  return known;
}

/** @param {Secrets | null} secrets null to forget them */
async function keepSecrets(secrets) {
  await done((await secretsStore("readwrite")).put(secrets, SECRETS));
  known = Promise.resolve(secrets);
}

/** @param {IDBTransactionMode} mode @returns {Promise<IDBObjectStore>} */
async function secretsStore(mode) {
  const opening = indexedDB.open(SECRETS);
  opening.onupgradeneeded = () => opening.result.createObjectStore(SECRETS);
  return (await done(opening)).transaction(SECRETS, mode).objectStore(SECRETS);
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
