// Where everything that we show stands: one element beside the page's body, closed to the page, above all that it shows.

/** Pixels below a field that the badge takes, so that what opens leaves it free. */
const BADGE_ROOM = 14;
/** Pixels between what we show and the window's edge. */
const EDGE = 8;
/** Pixels below which a panel is of no use. */
const LEAST_ROOM = 200;
const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  post: "M4 12.5l5 5L20 6.5",
  note: "M12 11v6M12 7v.5M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
  reconsider: "M4 20l1-4L16 5l3 3L8 19zM13.5 7.5l3 3",
  hold: "M9 6v12M15 6v12",
  unknown: "M6 12h12",
  close: "M6 6l12 12M18 6L6 18",
};
/** @typedef {keyof typeof ICONS} Tone */

/** What of ours the page shall not take for its own: else its traps steal the focus, and it closes what it opened. */
const SHIELDED = /** @type {const} */ ([
  ...[
    "keydown",
    "keyup",
    "keypress",
    "focusin",
    "focusout",
    "pointerdown",
    "pointerup",
    "mousedown",
    "mouseup",
    "click",
  ],
  ...["dblclick", "touchstart", "touchend", "input", "paste", "copy", "cut"],
]);

class Overlay {
  /** @type {WeakMap<Element, () => void>} */
  #pressed = new WeakMap();
  /** Hears the keys that are pressed in what we show. @type {(event: KeyboardEvent) => void} */
  onKey = () => {};

  constructor() {
    this.host = document.createElement("div");
    this.host.popover = "manual";
    this.root = this.host.attachShadow({ mode: "closed" });
    const style = document.createElement("style");
    style.textContent = OVERLAY_STYLE;
    this.area = make("div", { class: "area", lang: chrome.i18n.getUILanguage() });
    this.root.append(style, this.area);
    this.shield = this.shield.bind(this);
  }

  /** Keep our events from the page; nothing more where we do already. */
  listen() {
    for (const type of SHIELDED) addEventListener(type, this.shield, true);
  }

  /** Stand where `element` can be reached too: what is outside an open modal dialog cannot. @param {Element} element */
  mountBeside(element) {
    const parent = element.closest("dialog:modal") ?? document.documentElement;
    if (this.host.parentNode !== parent) parent.append(this.host);
    if (!this.host.matches(":popover-open")) this.host.showPopover();
  }

  /** Leave the page. */
  remove() {
    for (const type of SHIELDED) removeEventListener(type, this.shield, true);
    this.host.remove();
  }

  /** @param {Event} event */
  shield(event) {
    const ours = event.target === this.host;
    const leavesForUs = event.type === "focusout" && /** @type {FocusEvent} */ (event).relatedTarget === this.host;
    if (!ours && !leavesForUs) return;
    event.stopImmediatePropagation();
    if (event instanceof KeyboardEvent && event.type === "keydown") this.onKey(event);
    if (!(event instanceof MouseEvent)) return;
    const target = this.#targetOf(event);
    if (event.type === "mousedown" && !target?.closest("input")) event.preventDefault(); // the field keeps the focus
    if (event.type === "click") this.press(target?.closest("button"));
  }

  /** What was pressed; from outside a closed tree an event does not say. @param {MouseEvent} event @returns {Element | null} */
  #targetOf({ detail, clientX, clientY }) {
    return detail === 0 ? this.root.activeElement : this.root.elementFromPoint(clientX, clientY);
  }

  /** Do what a button of ours is for. @param {Element | null | undefined} button */
  press(button) {
    if (button) this.#pressed.get(button)?.();
  }

  /** A button. @param {Record<string, string>} attributes @param {() => void} pressed @param {...(Node | string)} content */
  button(attributes, pressed, ...content) {
    const button = make("button", { type: "button", ...attributes }, ...content);
    this.#pressed.set(button, pressed);
    return button;
  }
}

/** Take away what scripts of ours left behind: in Firefox they end with their extension, before they can do it themselves. */
function removeRemains() {
  for (const host of document.querySelectorAll("div:empty")) {
    if (!host.openOrClosedShadowRoot?.querySelector(".area > .badge, .window > .content")) continue;
    host.remove();
    for (const severity of ["note", "reconsider", "hold"]) CSS.highlights.delete(`postlint-${severity}`);
  }
}

/**
 * An element with attributes and content.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Record<string, string>} [attributes] @param {...(Node | string)} content
 */
function make(name, attributes = {}, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

/** @param {Tone | "close"} name */
function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  path.setAttribute("d", ICONS[name]);
  drawing.append(path);
  return drawing;
}

/**
 * Put a panel beside a field: below it, or above it, and there no higher than the room there is; only where there is
 * hardly any, over it. @param {HTMLElement} panel @param {DOMRect} field
 */
function placeBeside(panel, field) {
  panel.style.maxHeight = "";
  const { width, height } = panel.getBoundingClientRect();
  const below = innerHeight - EDGE - field.bottom - BADGE_ROOM;
  const above = field.top - 2 * EDGE;
  const room = height <= below || below >= above ? below : above;
  const shown = Math.min(height, Math.max(room, LEAST_ROOM));
  const top =
    room === below ? Math.min(field.bottom + BADGE_ROOM, innerHeight - EDGE - shown) : field.top - EDGE - shown;
  panel.style.maxHeight = `${shown}px`;
  panel.style.top = `${Math.max(EDGE, top)}px`;
  panel.style.left = `${Math.max(EDGE, Math.min(field.right - width, innerWidth - width - EDGE))}px`;
}
