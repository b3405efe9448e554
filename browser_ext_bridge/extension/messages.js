// What goes between a page and the worker, looked at before it is used: a message of another form is no message.

const LONGEST_WORD = 200;
const LONGEST_REASON = 500;
const LONGEST_ADVICE = 5000;

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value @param {number} [longest] @returns {value is string} */
function isText(value, longest = LONGEST_WORD) {
  return typeof value === "string" && value.length <= longest;
}

/** @param {unknown} value @returns {value is Severity} */
function isSeverity(value) {
  return value === "note" || value === "reconsider" || value === "hold";
}

/** @param {unknown} value @returns {value is DraftContext} */
function isContext(value) {
  return (
    isRecord(value) &&
    Object.keys(value).every((key) => ["channel", "audience", "reply_to"].includes(key)) &&
    (value.channel === undefined || isText(value.channel)) &&
    (value.audience === undefined || ["public", "closed", "internal"].includes(String(value.audience))) &&
    (value.reply_to === undefined || isText(value.reply_to, LONGEST_DRAFT))
  );
}

/** @param {unknown} value @returns {value is WaitingFinding[]} */
function areWaiting(value) {
  return (
    Array.isArray(value) &&
    value.every(
      (each) =>
        isRecord(each) &&
        isSeverity(each.severity) &&
        isText(each.key, LONGEST_DRAFT) &&
        isText(each.message, LONGEST_ADVICE) &&
        isText(each.advice, LONGEST_ADVICE),
    )
  );
}

/** The message of a content script, or null where it is none. @param {unknown} value @returns {FromPage | null} */
function fromPage(value) {
  if (!isRecord(value)) return null;
  switch (value.kind) {
    case "check": {
      const { field, text, context } = value;
      if (typeof field !== "number" || !isText(text, LONGEST_DRAFT) || !isContext(context)) return null;
      return { kind: "check", field, text, context };
    }
    case "explain": {
      const { name, lang } = value;
      return isText(name) && (lang === "nl" || lang === "en") ? { kind: "explain", name, lang } : null;
    }
    case "silence": {
      const { rule, risk, reason } = value;
      if (!isText(rule) || !isText(risk) || !isText(reason, LONGEST_REASON)) return null;
      return { kind: "silence", rule, risk, reason };
    }
    case "begin":
    case "settings":
      return { kind: value.kind };
    case "waiting":
      return areWaiting(value.findings) ? { kind: "waiting", findings: value.findings } : null;
    default:
      return null;
  }
}

/** The message of a page of the extension, or null. @param {unknown} value @returns {FromOptions | null} */
function fromOptions(value) {
  if (!isRecord(value)) return null;
  if (value.kind === "forget" || value.kind === "status") return { kind: value.kind };
  if (value.kind === "pair" && isPort(value.port) && isText(value.code)) {
    return { kind: "pair", port: value.port, code: value.code };
  }
  return null;
}

/** @param {unknown} value @returns {value is number} */
function isPort(value) {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) < 65536;
}

/** The report in an answer of the bridge; null where it is none. @param {unknown} value @returns {Report | null} */
function reportIn(value) {
  if (!isRecord(value) || !Array.isArray(value.findings) || !Array.isArray(value.problems)) return null;
  const { verdict, until, lang, complete } = value;
  if (verdict !== "post" && verdict !== "reconsider" && verdict !== "hold") return null;
  return {
    verdict,
    until: typeof until === "string" ? until : null,
    lang: lang === "nl" || lang === "en" ? lang : null,
    complete: complete === true,
    problems: value.problems.map((each) => (isRecord(each) ? `${each.what} ${each.remedy}` : "")),
    findings: value.findings.map(findingIn).filter((each) => each !== null),
  };
}

/** @param {unknown} value @returns {Finding | null} */
function findingIn(value) {
  if (!isRecord(value) || !isRecord(value.utf16) || !isSeverity(value.severity)) return null;
  const { start, end } = value.utf16;
  if (typeof start !== "number" || typeof end !== "number") return null;
  return {
    ...{ risk: String(value.risk), rule: String(value.rule), severity: value.severity },
    ...{ start, end, whole: value.whole === true, asks: false },
    ...{ message: String(value.message), why: String(value.why), advice: String(value.advice) },
    suggestions: Array.isArray(value.suggestions) ? value.suggestions.map(String) : [],
  };
}

/** The cases of good practice in an answer of the bridge. @param {unknown} value @returns {Case[]} */
function casesIn(value) {
  const cases = isRecord(value) && Array.isArray(value.cases) ? value.cases.filter(isRecord) : [];
  return cases.map(({ title, draft, rewritten, why }) => ({
    ...{ title: String(title), draft: String(draft), rewritten: String(rewritten), why: String(why) },
  }));
}
