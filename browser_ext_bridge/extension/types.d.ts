// What the parts of the extension hand each other. Every script is a classic one: all share one scope, and this file.

/** How heavy a finding is. */
type Severity = "note" | "reconsider" | "hold";

/** A half-open place in a draft, in UTF-16 units of `PostField.text()`. */
interface MarkedSpan {
  start: number;
  end: number;
  severity: Severity;
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
  /** Calls back after each change of the draft, by whomever; what it returns ends that. */
  onChange(callback: () => void): () => void;
}

/** The marks in fields; the class `Highlights` (field/highlights.js) implements it. It never touches the page's text. */
interface FieldHighlights {
  show(field: PostField, spans: MarkedSpan[]): void;
  clear(field: PostField): void;
}
