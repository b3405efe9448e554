// The badge by the field: the verdict in a sign, and in words for who cannot see it.

const QUIET_FOR = 1500; // milliseconds without a change before a new verdict is said aloud

/** What there is to show of a draft: its sign, its words, and how many findings it has. */
class Verdict {
  /** @param {Judged} judged */
  constructor(judged) {
    const report = judged.state === "checked" ? judged.report : null;
    this.count = report?.findings.length ?? 0;
    /** @type {Tone} */
    this.tone = report ? toneOf(report) : "unknown";
    this.words = report ? verdictWords(report) : say("not_checked");
  }
}

/** @param {Report} report @returns {Tone} */
function toneOf({ verdict, complete, findings }) {
  if (verdict !== "post") return verdict;
  return complete ? (findings.length ? "note" : "post") : "unknown"; // silence is not safety
}

/** @param {Report} report @returns {string} */
function verdictWords({ verdict, until, complete }) {
  if (verdict === "post" && !complete) return say("incomplete");
  return verdict === "hold" && until ? say("verdict_hold_until", momentWords(until)) : say(`verdict_${verdict}`);
}

/** @param {string} moment in ISO 8601 @returns {string} */
function momentWords(moment) {
  const parts = /** @type {const} */ ({
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
  });
  return new Date(moment).toLocaleString(chrome.i18n.getUILanguage(), parts);
}

class Badge {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #told = "";

  /** @param {Overlay} overlay @param {() => void} pressed */
  constructor(overlay, pressed) {
    this.element = overlay.button({ class: "badge", "aria-haspopup": "dialog", "aria-expanded": "false" }, pressed);
    this.element.hidden = true;
    this.live = make("div", { class: "said", role: "status" });
    overlay.area.append(this.element, this.live);
  }

  /** @param {Judged} judged */
  show(judged) {
    this.element.hidden = judged.state === "empty";
    if (judged.state === "empty") return this.#tell("");
    const { tone, words, count } = new Verdict(judged);
    const worded = tone === "unknown" || tone === "hold";
    this.element.dataset.tone = tone;
    this.element.title = words;
    this.element.setAttribute("aria-label", count ? say("badge_findings", words, count) : say("badge", words));
    const parts = [
      worded && make("span", { class: "word" }, say(tone === "hold" ? "verdict_hold" : "not_checked")),
      count > 0 && `${count}`,
    ];
    this.element.replaceChildren(icon(tone), ...parts.filter((part) => part !== false));
    this.#tell(words);
  }

  /** Say a new verdict once the writer pauses: who writes does not want to be talked to. @param {string} words */
  #tell(words) {
    clearTimeout(this.#timer);
    if (words === this.#told) return;
    this.#timer = setTimeout(() => {
      this.#told = words;
      this.live.textContent = words;
    }, QUIET_FOR);
  }

  hide() {
    this.element.hidden = true;
    this.#tell("");
  }

  /** Stand at the end of the part of the field that can be seen. @param {DOMRect | null} visible */
  place(visible) {
    this.element.style.visibility = visible ? "visible" : "hidden";
    if (!visible) return;
    const { width } = this.element.getBoundingClientRect();
    this.element.style.left = `${Math.max(0, Math.min(visible.right, innerWidth) - width - 8)}px`;
    this.element.style.top = `${Math.max(0, Math.min(visible.bottom - 18, innerHeight - 27))}px`;
  }
}

/** What can be seen of an element, or null. @param {Element} element @param {Element[]} clippers @returns {DOMRect | null} */
function visibleOf(element, clippers) {
  let { left, top, right, bottom } = element.getBoundingClientRect();
  for (const clipper of clippers) {
    const edge = clipper.getBoundingClientRect();
    [left, top] = [Math.max(left, edge.left), Math.max(top, edge.top)];
    [right, bottom] = [Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
  }
  const seen =
    right - left > 8 && bottom - top > 8 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  return seen ? new DOMRect(left, top, right - left, bottom - top) : null;
}
