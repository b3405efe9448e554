// The moment before posting: presses on Post are seen before the page sees them, and stopped at most once a draft.
// Whatever goes wrong here lets the post go.

const OTHER_WORDS = /draft|concept|preview|voorbeeld|cancel|annule|delete|verwijder|search|zoek/i;
const BUTTONS = "button, [role=button], input[type=submit], input[type=button], input[type=image]";
const NATIVE = "button, input, a[href], summary";
/** The smallest parts of a page that hold a field together with the button that posts it. */
const COMPOSERS = "form, dialog, [role=dialog], [role=article], article, main, [role=main], body";

/** @typedef {{findings: WaitingFinding[], text: string | null, element: HTMLElement | null}} Due what a press would ask about */

class Posting {
  /** What was asked of drafts that were not posted yet. @type {Set<string>} */
  #asked = new Set();
  /** @type {string | null} */
  #lastText = null;

  /**
   * @param {Nudge} nudge @param {() => Site | null} site @param {() => Due[]} due
   * @param {(element: Element) => void} mount make room for the nudge
   */
  constructor(nudge, site, due, mount) {
    this.nudge = nudge;
    this.site = site;
    this.due = due;
    this.mount = mount;
  }

  /** @param {AbortSignal} signal */
  listen(signal) {
    const options = { capture: true, signal };
    const safely = (/** @type {(event: any) => void} */ handle) => (/** @type {Event} */ event) => {
      try {
        if (event.isTrusted && this.site()) handle(event);
      } catch {
        this.nudge.close(); // ours failed; the press goes on
      }
    };
    addEventListener(
      "click",
      safely((event) => this.#clicked(event)),
      options,
    );
    addEventListener(
      "keydown",
      safely((event) => this.#keyed(event)),
      options,
    );
    addEventListener(
      "submit",
      safely((event) => this.#submitted(event)),
      options,
    );
  }

  /** A draft was posted or thrown away: another one may be asked about. */
  forget() {
    this.#asked.clear();
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const button = buttonAt(event);
    if (!button || !this.#posts(button)) return;
    if (this.nudge.isOpen && event.detail > 1) return withhold(event); // the second half of a double click
    this.#ask(event, button, button, () => button.click());
  }

  /** @param {KeyboardEvent} event */
  #keyed(event) {
    const onButton = event.key === "Enter" || event.key === " ";
    const target = event.composedPath()[0];
    if (!onButton || event.isComposing || !(target instanceof Element)) return;
    if (event.repeat && this.nudge.isOpen) return withhold(event);
    const button = buttonAt(event);
    const again = () => pressKey(target, event);
    if (button && !button.matches(NATIVE) && this.#posts(button)) return this.#ask(event, button, button, again);
    if (this.#postsByKey(event, target)) this.#ask(event, target, target, again);
  }

  /** @param {KeyboardEvent} event @param {Element} target @returns {boolean} */
  #postsByKey(event, target) {
    if (event.key !== "Enter" || event.shiftKey || event.altKey) return false;
    const alone = this.site()?.enterPosts;
    return event.ctrlKey || event.metaKey || (alone !== undefined && target.closest(alone) !== null);
  }

  /** @param {SubmitEvent} event */
  #submitted(event) {
    const form = /** @type {HTMLFormElement} */ (event.target);
    const { submitter } = event;
    const others = form.querySelectorAll("button:not([type=button]):not([type=reset]), input[type=submit]").length;
    if (submitter && !this.#posts(submitter) && (others > 1 || OTHER_WORDS.test(nameOf(submitter)))) return;
    this.#ask(event, form, submitter ?? form, () => form.requestSubmit(submitter));
  }

  /** Whether a press on the button posts. @param {HTMLElement} button @returns {boolean} */
  #posts(button) {
    const own = this.site()?.post;
    return own ? button.matches(own) : POST_WORDS.has(nameOf(button).toLowerCase());
  }

  /**
   * Stop a press, and show what is due; nothing where nothing is, or where it was asked.
   * @param {Event} event @param {Element} pressed @param {Element} beside @param {() => void} again does what was pressed
   */
  #ask(event, pressed, beside, again) {
    const due = this.due().find((each) => belongs(each.element, pressed) && this.#isNew(each));
    if (!due) return this.nudge.close();
    withhold(event);
    for (const { key } of due.findings) this.#asked.add(key);
    this.#lastText = due.text;
    try {
      this.mount(pressed);
      const back = () => due.element?.focus();
      this.nudge.open(due.findings, beside.getBoundingClientRect(), { anyway: again, back });
    } catch {
      this.nudge.close();
      again();
    }
  }

  /** @param {Due} due @returns {boolean} */
  #isNew({ findings, text }) {
    return (text === null || text !== this.#lastText) && findings.some(({ key }) => !this.#asked.has(key));
  }
}

/** Whether a field is posted by what was pressed; one in a frame of its own, by what the page has for it. @param {HTMLElement | null} element @param {Element} pressed */
function belongs(element, pressed) {
  return !element || (pressed.closest(COMPOSERS)?.contains(element) ?? false);
}

/** @param {Event} event @returns {HTMLElement | null} */
function buttonAt(event) {
  const pressed = event.composedPath()[0];
  return pressed instanceof Element ? pressed.closest(BUTTONS) : null;
}

/** Press the key of an event again. @param {Element} target @param {KeyboardEvent} event */
function pressKey(target, { key, code, keyCode, which, ctrlKey, metaKey, shiftKey, altKey }) {
  const same = { key, code, keyCode, which, ctrlKey, metaKey, shiftKey, altKey };
  for (const type of ["keydown", "keyup"]) {
    target.dispatchEvent(new KeyboardEvent(type, { ...same, bubbles: true, cancelable: true, composed: true }));
  }
}

/** @param {Event} event */
function withhold(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
