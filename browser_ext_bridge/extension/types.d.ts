// What the parts of the extension hand each other. Every script is a classic one: all share one scope, and this file.

/** How heavy a finding is. */
type Severity = "note" | "reconsider" | "hold";

/** A half-open place in a draft, in UTF-16 units of `PostField.text()`. */
interface MarkedSpan {
  start: number;
  end: number;
  severity: Severity;
}

/** A place in a tree, as a Range has two. */
interface TreePoint {
  node: Node;
  offset: number;
}

/**
 * A field in which someone writes a post; the class `Field` (field/field.js) implements it, and has
 * `static at(target: EventTarget | null): Field | null`: the editable that holds the target, or null where there is
 * none that posts are written in (a password, a search field, a single-line input of a form are none). The same element
 * gives the same object.
 */
interface PostField {
  /** The editable itself: a textarea, or the outermost element that is contenteditable. */
  readonly element: HTMLElement;
  /** False once the element has left the document. */
  readonly alive: boolean;
  /** The draft as the author sees it: paragraphs by \n, without what the editor keeps for itself. */
  text(): string;
  /** Where a part of the draft is on the screen, line by line, in the viewport's coordinates. */
  boxes(start: number, end: number): DOMRect[];
  /**
   * Replace a part of the draft through the editor's own input path, so that undo works. False, and nothing is changed,
   * when the text there is no longer `expected`.
   */
  replace(start: number, end: number, replacement: string, expected: string): Promise<boolean>;
  /** Calls back after each change of the draft, by whomever, and when the field has left; what it returns ends that. */
  onChange(callback: () => void): () => void;
  /** For `Highlights`: where a part stands in a tree, the page's or, while `hold` lasts, that of a textarea's mirror. */
  points(start: number, end: number): [TreePoint, TreePoint] | null;
  /** Keep what `points` needs, until what it returns is called. */
  hold(): () => void;
}

/** The marks in fields; the class `Highlights` (field/highlights.js) implements it. It never touches the page's text. */
interface FieldHighlights {
  show(field: PostField, spans: MarkedSpan[]): void;
  clear(field: PostField): void;
}

/** What the page tells of a draft, with the bridge's own names; what is not known is absent. */
interface DraftContext {
  channel?: string;
  audience?: "public" | "closed" | "internal";
  reply_to?: string;
}

/** A finding as the author sees it; `start` and `end` in UTF-16 units. */
interface Finding {
  risk: string;
  rule: string;
  severity: Severity;
  start: number;
  end: number;
  whole: boolean;
  message: string;
  why: string;
  advice: string;
  suggestions: string[];
  /** Whether the author wants to hear of it once more before posting. */
  asks: boolean;
}

interface Report {
  verdict: "post" | "reconsider" | "hold";
  /** When a hold ends, in ISO 8601; null where there is none, or one without an end. */
  until: string | null;
  lang: "nl" | "en" | null;
  complete: boolean;
  /** What could not be checked, in the bridge's words. */
  problems: string[];
  findings: Finding[];
}

/** A case of good practice. */
interface Case {
  title: string;
  draft: string;
  rewritten: string;
  why: string;
}

/** Why a draft was not checked. */
type NotChecked = "unpaired" | "revoked" | "away" | "slow" | "stranger" | "refused";

/** A finding that its author wants to hear of once more before posting; `key` is the same for the same words and rule. */
interface WaitingFinding {
  key: string;
  severity: Severity;
  message: string;
  advice: string;
}

/** What a content script asks of the worker. */
type FromPage =
  | { kind: "check"; field: number; text: string; context: DraftContext }
  | { kind: "explain"; name: string; lang: "nl" | "en" }
  | { kind: "silence"; rule: string; risk: string; reason: string }
  | { kind: "begin" }
  | { kind: "settings" }
  | { kind: "waiting"; findings: WaitingFinding[] };

/** What a page of the extension itself asks of the worker. */
type FromOptions = { kind: "pair"; port: number; code: string } | { kind: "forget" } | { kind: "status" };

/** What the worker tells a content script. */
type ToPage = { kind: "open" } | { kind: "renew" } | { kind: "waiting"; frame: number; findings: WaitingFinding[] };

type CheckAnswer = { state: "checked"; report: Report; at: string } | { state: "superseded" } | { state: NotChecked };

type ExplainAnswer = { cases: Case[] } | null;
type BeginAnswer = { site: string } | null;
type PairAnswer = { paired: true } | { paired: false; reason: NotChecked | "code" };
type StatusAnswer = { state: "paired"; version: string; problems: string[] } | { state: NotChecked };

/** A rule that the author does not want to hear of at one place; never words of a draft. */
interface Silenced {
  rule: string;
  risk: string;
  origin: string;
  reason: string;
}

/** What is kept of a pairing, in the extension's own database. */
interface Secrets {
  token: string;
  /** By which the bridge shows who it is. */
  key: CryptoKey;
}

/** What is kept on this computer besides, in storage.local. */
interface Stored {
  port: number;
  /** Revoked after the bridge refused the token. */
  pairing: "unpaired" | "paired" | "revoked";
  sites: { origin: string; site: string }[];
  askRisks: string[];
  silenced: Silenced[];
}

/** Of a service worker, which Chrome's background is and Firefox's is not. */
declare function importScripts(...files: string[]): void;

/** In Firefox: the window as the page has it. */
interface Window {
  wrappedJSObject?: typeof window;
}

interface Element {
  /** For an extension in Firefox alone. */
  openOrClosedShadowRoot?: ShadowRoot | null;
}
