// What a page's script asks of the worker.

/** Our link to the worker. An extension that was reloaded or removed leaves its scripts behind without one. */
const workerLink = {
  /** @returns {boolean} */
  get gone() {
    return !chrome.runtime?.id;
  },

  /**
   * The worker's answer; null where there is none.
   * @template Answer @param {FromPage} message @returns {Promise<Answer | null>}
   */
  async ask(message) {
    try {
      return this.gone ? null : await chrome.runtime.sendMessage(message);
    } catch {
      return null; // it went while we asked
    }
  },

  /** @param {(message: ToPage) => void} callback */
  listen(callback) {
    chrome.runtime.onMessage.addListener((message, sender) => {
      if (sender.id === chrome.runtime.id && !sender.tab) callback(/** @type {ToPage} */ (message));
    });
  },
};

/** The words of the interface, in the browser's language. @param {string} key @param {...(string | number)} values */
function say(key, ...values) {
  return chrome.i18n.getMessage(key, values.map(String));
}
