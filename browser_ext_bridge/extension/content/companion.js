// What accompanies the writer in one frame of a page: it joins the field that has the focus, has its draft checked, and
// shows what comes of it.

const LOOK_EVERY = 300; // milliseconds between two looks at where the field is, since pages move it without a word

class Companion {
  /** @type {Site | null} */
  site = null;
  /** @type {PostField | null} */
  field = null;
  /** @type {Judged} */
  judged = { state: "empty" };
  /** @type {Checking | null} */
  #checking = null;
  /** @type {Element[]} */
  #clippers = [];
  /** @type {() => void} */
  #leave = () => {};
  #end = new AbortController();
  /** The root of what we listen in. @type {Element | null | undefined} */
  #root;
  #placing = false;
  #told = "";
  /** What waits in the frames within this page. @type {Map<number, WaitingFinding[]>} */
  #inFrames = new Map();

  constructor() {
    this.overlay = new Overlay();
    this.highlights = new Highlights();
    this.badge = new Badge(this.overlay, () => this.#pressed());
    this.popover = new Popover(this.overlay, {
      apply: (finding, suggestion) => this.#apply(finding, suggestion),
      silence: (finding, reason) => this.#silence(finding, reason),
      cases: (finding) => this.#cases(finding),
      again: () => this.#checking?.check(),
      settings: () => workerLink.ask({ kind: "settings" }),
      leave: () => this.field?.element.focus(),
      shown: (open) => this.badge.element.setAttribute("aria-expanded", String(open)),
    });
    this.nudge = new Nudge(this.overlay);
    this.posting = new Posting(
      this.nudge,
      () => (this.#stillHere() ? this.site : null),
      () => this.#due(),
      (element) => this.#makeRoom(element),
    );
    this.overlay.onKey = (event) => (this.nudge.isOpen ? this.nudge.key(event) : this.popover.key(event));
  }

  /** Whether something is to be asked of a field in a frame of this page. @returns {boolean} */
  get waitsInFrames() {
    return [...this.#inFrames.values()].some((findings) => findings.length > 0);
  }

  /** Begin where the author chose this site; elsewhere do nothing. */
  async begin() {
    removeRemains();
    this.#listen();
    new MutationObserver(() => this.#listen()).observe(document, { childList: true });
    workerLink.listen((message) => this.#hear(message));
    const answer = /** @type {BeginAnswer} */ (await workerLink.ask({ kind: "begin" }));
    this.site = SITES.find((site) => site.id === answer?.site) ?? null;
    if (this.site) this.#focused(document.activeElement);
  }

  /** Once, and again in a frame that is written anew, as TinyMCE writes its own: in Firefox that ends all that listened. */
  #listen() {
    if (this.#root === document.documentElement || workerLink.gone) return;
    this.#root = document.documentElement;
    this.#end.abort();
    this.#end = new AbortController();
    const options = { capture: true, passive: true, signal: this.#end.signal };
    this.overlay.listen();
    this.posting.listen(this.#end.signal);
    addEventListener("focusin", (event) => this.#focused(event.composedPath()[0] ?? null), options);
    addEventListener("keydown", (event) => this.#keyed(event), { capture: true, signal: this.#end.signal });
    addEventListener("pagehide", () => this.#leaveField(), options);
    for (const type of ["scroll", "resize"]) addEventListener(type, () => this.#placeSoon(), options);
  }

  /** @param {ToPage} message */
  #hear(message) {
    if (message.kind === "renew") this.#checking?.check();
    const focusIsHere = document.hasFocus() && !(document.activeElement instanceof HTMLIFrameElement);
    if (message.kind === "open" && focusIsHere) this.#open({ focus: true });
    if (message.kind === "waiting") this.#inFrames.set(message.frame, message.findings);
  }

  /** Escape closes what we show, and nothing of the page's with it. @param {KeyboardEvent} event */
  #keyed(event) {
    if (event.key !== "Escape" || !(this.popover.isOpen || this.nudge.isOpen)) return;
    withhold(event);
    if (this.nudge.isOpen) this.nudge.choose("back");
    else this.popover.close();
  }

  /** @param {EventTarget | null} target */
  #focused(target) {
    if (!this.#stillHere() || !this.site) return;
    const field = Field.at(target);
    if (!field || field === this.field || (this.site.except && field.element.matches(this.site.except))) return;
    this.#leaveField();
    this.#join(field);
  }

  /** @param {PostField} field */
  #join(field) {
    const site = /** @type {Site} */ (this.site);
    const checking = new Checking(
      field,
      () => contextOf(site, field.element),
      (judged) => this.#known(judged),
    );
    const stopListening = field.onChange(() => this.#stillHere() && checking.changed());
    const resized = new ResizeObserver(() => this.#placeSoon());
    const looking = setInterval(() => this.#look(), LOOK_EVERY);
    resized.observe(field.element);
    this.field = field;
    this.#checking = checking;
    this.#clippers = clippersOf(field.element);
    this.#leave = () => {
      stopListening();
      resized.disconnect();
      clearInterval(looking);
      checking.stop();
      this.highlights.clear(field);
    };
    checking.check();
  }

  #leaveField() {
    this.#leave();
    this.#leave = () => {};
    if (this.popover.isOpen) this.popover.close();
    this.badge.hide();
    this.field = null;
    this.#checking = null;
    this.judged = { state: "empty" };
    this.#tellPage();
  }

  /** Whether the extension that these scripts are of still runs; else they leave without a trace. @returns {boolean} */
  #stillHere() {
    if (!workerLink.gone) return true;
    this.#end.abort();
    this.#leaveField();
    this.overlay.remove();
    return false;
  }

  #look() {
    if (!this.#stillHere()) return;
    if (this.field?.alive) return this.#place();
    this.posting.forget();
    this.#leaveField();
  }

  #placeSoon() {
    if (this.#placing || !this.field) return;
    this.#placing = true;
    requestAnimationFrame(() => {
      this.#placing = false;
      this.#place();
    });
  }

  #place() {
    if (!this.field || this.judged.state === "empty") return;
    const visible = visibleOf(this.field.element, this.#clippers);
    this.badge.place(visible);
    if (this.popover.isOpen && visible) placeBeside(this.popover.panel, visible);
  }

  /** @param {Judged | null} judged */
  #known(judged) {
    if (!judged || !this.field?.alive) return this.#leaveField();
    if (judged.state === "empty" && this.judged.state !== "empty") this.posting.forget();
    this.judged = judged;
    const findings = judged.state === "checked" ? judged.report.findings : [];
    this.highlights.show(
      this.field,
      findings.filter((finding) => !finding.whole),
    );
    this.overlay.mountBeside(this.field.element);
    this.badge.show(judged);
    if (this.popover.isOpen) judged.state === "empty" ? this.popover.close() : this.popover.show(judged);
    this.#place();
    this.#tellPage();
  }

  /** What is asked before posting stands alone. @param {Element} element */
  #makeRoom(element) {
    if (this.popover.isOpen) this.popover.close();
    this.overlay.mountBeside(element);
  }

  #pressed() {
    if (this.popover.isOpen) this.popover.close();
    else this.#open({ focus: this.overlay.root.activeElement !== null });
  }

  /** @param {{focus: boolean}} options */
  #open(options) {
    const visible = this.field && visibleOf(this.field.element, this.#clippers);
    if (visible && this.judged.state !== "empty") this.popover.open(this.judged, visible, options);
  }

  /** @param {Finding} finding @param {string} suggestion */
  async #apply(finding, suggestion) {
    if (!this.field || this.judged.state !== "checked") return;
    const { start, end } = finding;
    await this.field.replace(start, end, suggestion, this.judged.text.slice(start, end));
    this.#checking?.check();
  }

  /** @param {Finding} finding @param {string} reason */
  async #silence({ rule, risk }, reason) {
    await workerLink.ask({ kind: "silence", rule, risk, reason });
  }

  /** @param {Finding} finding @returns {Promise<Case[]>} */
  async #cases({ risk }) {
    const lang = (this.judged.state === "checked" && this.judged.report.lang) || "en";
    const answer = /** @type {ExplainAnswer} */ (await workerLink.ask({ kind: "explain", name: risk, lang }));
    return answer?.cases ?? [];
  }

  /** What a press on Post would be asked about: what was found last, as far as its words still stand. @returns {Due[]} */
  #due() {
    const own = this.field?.alive
      ? [{ findings: this.#waiting(), text: this.field.text(), element: this.field.element }]
      : [];
    const inFrames = [...this.#inFrames.values()].map((findings) => ({ findings, text: null, element: null }));
    return [...own, ...inFrames].filter(({ findings }) => findings.length);
  }

  /** @returns {WaitingFinding[]} */
  #waiting() {
    if (this.judged.state !== "checked" || !this.field) return [];
    const { text, report } = this.judged;
    const now = this.field.text();
    return report.findings
      .map((finding) => ({ ...finding, words: finding.whole ? "" : text.slice(finding.start, finding.end) }))
      .filter(({ asks, words }) => asks && now.includes(words))
      .map(({ rule, words, severity, message, advice }) => ({ key: `${rule}\n${words}`, severity, message, advice }));
  }

  /** The button that posts a field in a frame stands in the page around it, which shall know what waits here. */
  #tellPage() {
    if (window === top) return;
    const findings = this.#waiting();
    const told = findings.map(({ key }) => key).join("\n");
    if (told === this.#told) return;
    this.#told = told;
    workerLink.ask({ kind: "waiting", findings });
  }
}

const companion = new Companion();
Object.assign(globalThis, { postlintRuns: true });
companion.begin();
