/** What the bridge answers; described in OpenAPI at /v1/openapi.json. */

export type Severity = "note" | "reconsider" | "hold";
export type Verdict = "post" | "reconsider" | "hold";

export interface Finding {
  risk: string;
  rule: string;
  severity: Severity;
  utf16: { start: number; end: number };
  whole: boolean;
  text: string | null;
  message: string;
  why: string;
  advice: string;
  suggestions: string[];
  until: string | null;
}

export interface Problem {
  what: string;
  remedy: string;
}

export interface Report {
  verdict: Verdict;
  until: string | null;
  lang: "nl" | "en" | null;
  complete: boolean;
  findings: Finding[];
  problems: Problem[];
  length: { characters: number; limit: number | null };
}

export interface Case {
  title: string;
  context: string;
  draft: string;
  wrong: string;
  rewritten: string;
  why: string;
}

export interface Status {
  postlint: string;
  config: string | null;
  packs: { name: string; version: string }[];
  context: { channel: string | null; audience: string };
  problems: Problem[];
}

export interface Draft {
  text: string;
  context: Record<string, string>;
}
