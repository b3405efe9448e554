// The popover with the findings: what was found, why, and what to do instead.

/**
 * @typedef {object} PopoverActions what can be done from the popover
 * @property {(finding: Finding, suggestion: string) => void} apply
 * @property {(finding: Finding, reason: string) => void} silence
 * @property {(finding: Finding) => Promise<Case[]>} cases
 * @property {() => void} again check once more
 * @property {() => void} settings
 * @property {() => void} leave back to the text
 * @property {(open: boolean) => void} shown hears whether the popover is open
 */

class Popover {
  /** @param {Overlay} overlay @param {PopoverActions} actions */
  constructor(overlay, actions) {
    this.overlay = overlay;
    this.actions = actions;
    this.panel = make("div", { class: "panel", role: "dialog", "aria-labelledby": "verdict", tabindex: "-1" });
    this.panel.hidden = true;
    overlay.area.append(this.panel);
  }

  get isOpen() {
    return !this.panel.hidden;
  }

  /** @param {Judged} judged @param {DOMRect} field @param {{focus: boolean}} options */
  open(judged, field, { focus }) {
    this.panel.hidden = false;
    this.actions.shown(true);
    this.show(judged);
    placeBeside(this.panel, field);
    if (focus) this.panel.focus();
  }

  close() {
    const hadFocus = this.overlay.root.activeElement !== null;
    this.panel.hidden = true;
    this.panel.replaceChildren();
    this.actions.shown(false);
    if (hadFocus) this.actions.leave();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const input = this.overlay.root.activeElement?.closest("input");
    if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && input) this.overlay.press(input.closest(".reason")?.querySelector("button"));
    else return;
    event.preventDefault();
  }

  /** @param {Judged} judged */
  show(judged) {
    const hadFocus = this.panel.contains(this.overlay.root.activeElement);
    const { tone, words } = new Verdict(judged);
    this.panel.dataset.tone = tone;
    const close = this.overlay.button({ class: "bare", "aria-label": say("close") }, () => this.close(), icon("close"));
    const head = make("div", { class: "head" }, icon(tone), make("h2", { id: "verdict" }, words), close);
    const body = make("div", { class: "body" }, ...this.#bodyOf(judged));
    this.panel.replaceChildren(head, body, this.#footOf(judged));
    if (hadFocus) this.panel.focus();
  }

  /** @param {Judged} judged @returns {Node[]} */
  #bodyOf(judged) {
    if (judged.state !== "checked") return [make("p", {}, say(`why_${judged.state}`))];
    const { findings, complete, problems } = judged.report;
    const unchecked = complete ? [] : [make("p", {}, say("incomplete"), " ", problems.join(" "))];
    if (!findings.length) return [...unchecked, make("p", {}, say("nothing_found"))];
    const lang = judged.report.lang ?? "";
    return [...unchecked, make("ul", {}, ...findings.map((finding) => this.#findingItem(finding, lang)))];
  }

  /** @param {Finding} finding @param {string} lang of the draft, and so of what is said of it */
  #findingItem(finding, lang) {
    const more = make("div", { "aria-live": "polite" });
    return make(
      "li",
      { class: "finding", "data-tone": finding.severity },
      make("span", { class: "kind" }, icon(finding.severity), say(`severity_${finding.severity}`)),
      make("p", { class: "message", lang }, finding.message),
      make("p", { class: "why", lang }, finding.why),
      make("p", { class: "advice", lang }, finding.advice),
      make("div", { class: "row" }, ...this.#buttonsOf(finding, more, lang)),
      more,
    );
  }

  /** @param {Finding} finding @param {HTMLElement} more where an answer goes @param {string} lang */
  #buttonsOf(finding, more, lang) {
    const { overlay, actions } = this;
    const applying = finding.suggestions.map((suggestion) =>
      overlay.button(
        { class: "action main" },
        () => actions.apply(finding, suggestion),
        ...suggestionWords(suggestion),
      ),
    );
    let shown = 0;
    const example = overlay.button(
      { class: "action" },
      async () => {
        const cases = await actions.cases(finding);
        const next = cases[shown++ % Math.max(1, cases.length)];
        more.replaceChildren(next ? caseOf(next, lang) : say("no_case"));
      },
      say("example"),
    );
    const silence = overlay.button(
      { class: "action plain" },
      () => {
        more.replaceChildren(this.#reasonForm(finding, () => more.replaceChildren()));
        more.querySelector("input")?.focus();
      },
      say("not_here"),
    );
    return [...applying, example, silence];
  }

  /** @param {Finding} finding @param {() => void} cancel */
  #reasonForm(finding, cancel) {
    const input = make("input", { maxlength: String(LONGEST_REASON), autocomplete: "off" });
    const confirm = this.overlay.button(
      { class: "action main" },
      () => this.actions.silence(finding, input.value),
      say("silence"),
    );
    const back = this.overlay.button({ class: "action plain" }, cancel, say("cancel"));
    return make(
      "div",
      { class: "reason" },
      make("label", {}, say("reason"), input),
      make("p", {}, say("reason_stays")),
      make("div", { class: "row" }, confirm, back),
    );
  }

  /** @param {Judged} judged */
  #footOf(judged) {
    const checked = judged.state === "checked";
    const about = make("p", {}, checked ? say("checked_as_now", clockWords(judged.at)) : "");
    const again = checked ? [] : [this.overlay.button({ class: "action" }, this.actions.again, say("again"))];
    const settings = this.overlay.button({ class: "action plain" }, this.actions.settings, say("settings"));
    return make("div", { class: "foot" }, about, ...again, settings);
  }
}

/** @param {string} suggestion @returns {string[]} */
function suggestionWords(suggestion) {
  return [suggestion.trim() ? say("apply", suggestion) : say("apply_nothing")];
}

/** @param {string} moment in ISO 8601 @returns {string} */
function clockWords(moment) {
  return new Date(moment).toLocaleTimeString(chrome.i18n.getUILanguage(), { hour: "numeric", minute: "2-digit" });
}

/** @param {Case} one @param {string} lang */
function caseOf({ title, draft, rewritten, why }, lang) {
  return make(
    "div",
    { class: "case", lang },
    make("h3", {}, title),
    make("span", { class: "label" }, say("case_draft")),
    make("blockquote", { class: "before" }, draft),
    make("span", { class: "label" }, say("case_rewritten")),
    make("blockquote", {}, rewritten),
    make("p", { class: "why" }, why),
  );
}
