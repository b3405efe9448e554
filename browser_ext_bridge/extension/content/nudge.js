// What is shown at the moment before posting: once, friendly, and never in the way of who wants to go on.

class Nudge {
  /** @type {{anyway: () => void, back: () => void} | null} */
  #choice = null;

  /** @param {Overlay} overlay */
  constructor(overlay) {
    this.overlay = overlay;
    this.panel = make("div", {
      ...{ class: "panel nudge", role: "alertdialog", tabindex: "-1" },
      ...{ "aria-labelledby": "nudge-title", "aria-describedby": "nudge-findings" },
    });
    this.panel.hidden = true;
    overlay.area.append(this.panel);
  }

  get isOpen() {
    return this.#choice !== null;
  }

  /**
   * @param {readonly WaitingFinding[]} findings @param {DOMRect} beside what was pressed
   * @param {{anyway: () => void, back: () => void}} choice
   */
  open(findings, beside, choice) {
    this.#choice = choice;
    const heaviest = findings.some((finding) => finding.severity === "hold") ? "hold" : "reconsider";
    const back = this.overlay.button(
      { class: "action main" },
      () => this.choose("back"),
      say("back"),
      make("kbd", {}, "Esc"),
    );
    const anyway = this.overlay.button(
      { class: "action" },
      () => this.choose("anyway"),
      say("post_anyway"),
      make("kbd", {}, "Enter"),
    );
    this.panel.replaceChildren(
      make(
        "div",
        { class: "head", "data-tone": heaviest },
        icon(heaviest),
        make("h2", { id: "nudge-title" }, say("nudge_title")),
      ),
      make(
        "div",
        { class: "body", id: "nudge-findings" },
        make("p", { class: "intro" }, say("nudge_intro")),
        make("ul", {}, ...findings.map(nudgeItem)),
      ),
      make("div", { class: "foot" }, anyway, back),
    );
    this.panel.hidden = false;
    placeBeside(this.panel, beside);
    this.panel.focus();
  }

  /** @param {"anyway" | "back"} which */
  choose(which) {
    const choice = this.#choice;
    this.close();
    choice?.[which]();
  }

  close() {
    this.#choice = null;
    this.panel.hidden = true;
    this.panel.replaceChildren();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const onButton = this.overlay.root.activeElement?.localName === "button";
    if (event.key === "Escape") this.choose("back");
    else if (event.key === "Enter" && (event.repeat || !onButton)) {
      if (!event.repeat) this.choose("anyway"); // the key that pressed Post may still be down
    } else if (event.key === "Tab") this.#turn(event.shiftKey);
    else return;
    event.preventDefault();
  }

  /** From the last button to the first, and back. @param {boolean} backwards */
  #turn(backwards) {
    const buttons = [...this.panel.querySelectorAll("button")];
    const at = buttons.indexOf(/** @type {HTMLButtonElement} */ (this.overlay.root.activeElement));
    buttons.at(backwards ? (at < 0 ? -1 : at - 1) : (at + 1) % buttons.length)?.focus();
  }
}

/** @param {WaitingFinding} finding */
function nudgeItem({ severity, message, advice }) {
  return make(
    "li",
    { class: "finding", "data-tone": severity },
    make("p", { class: "message" }, message),
    make("p", { class: "advice" }, advice),
  );
}
