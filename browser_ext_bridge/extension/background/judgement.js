// A draft's judgement for its author: the bridge's report, without what the author does not want to hear at this place.

const SEVERITIES = /** @type {const} */ (["note", "reconsider", "hold"]);

/** The checks under way, by tab, frame and field. @type {Map<string, AbortController>} */
const underWay = new Map();

/**
 * Check a draft; one that is still being checked for the same field is given up.
 * @param {string} field @param {string} origin @param {{text: string, context: DraftContext}} draft
 * @returns {Promise<CheckAnswer>}
 */
async function judge(field, origin, { text, context }) {
  underWay.get(field)?.abort();
  const controller = new AbortController();
  underWay.set(field, controller);
  const at = new Date().toISOString();
  try {
    const body = { text, context: { ...context, publish_at: at } };
    const report = reportIn(await asked("/v1/check", { body, signal: controller.signal }));
    return report ? { state: "checked", report: forAuthor(report, origin, await stored()), at } : { state: "refused" };
  } catch (error) {
    return { state: controller.signal.aborted ? "superseded" : reasonOf(error) };
  } finally {
    if (underWay.get(field) === controller) underWay.delete(field);
  }
}

/** @param {Report} report @param {string} origin @param {Stored} stored @returns {Report} */
function forAuthor(report, origin, { silenced, askRisks }) {
  const silent = new Set(silenced.filter((each) => each.origin === origin).map((each) => each.rule));
  const findings = report.findings
    .filter((finding) => !silent.has(finding.rule))
    .map((finding) => ({ ...finding, asks: finding.severity === "hold" || askRisks.includes(finding.risk) }));
  const heaviest = Math.max(0, ...findings.map((finding) => SEVERITIES.indexOf(finding.severity)));
  const verdict = /** @type {const} */ (["post", "reconsider", "hold"])[heaviest] ?? "post";
  return { ...report, findings, verdict, until: verdict === "hold" ? report.until : null };
}
