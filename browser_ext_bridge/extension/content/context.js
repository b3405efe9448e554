// What the page tells of a draft: where it goes, what it answers, and who may read it.

/** @param {Site} site @param {HTMLElement} element the field's @returns {DraftContext} */
function contextOf(site, element) {
  const { channel } = site;
  const answered = answeredBy(site, element);
  const audience = audienceOf(site, element);
  return { ...(channel && { channel }), ...(answered && { reply_to: answered }), ...(audience && { audience }) };
}

/** The words of the post above the field. @param {Site} site @param {HTMLElement} element @returns {string | undefined} */
function answeredBy(site, element) {
  for (const { within, post } of site.replyTo ?? []) {
    const container = element.closest(within);
    if (!container) continue;
    const above = [...container.querySelectorAll(post)].filter(
      (each) => each.compareDocumentPosition(element) === Node.DOCUMENT_POSITION_FOLLOWING,
    );
    return above.at(-1)?.textContent?.trim().slice(0, LONGEST_DRAFT);
  }
  return undefined;
}

/** @param {Site} site @param {HTMLElement} element @returns {"closed" | undefined} */
function audienceOf(site, element) {
  if (!site.audience) return undefined;
  const { control, closed } = site.audience;
  const around = element.closest("form, dialog, [role=dialog]") ?? document;
  const shown = around.querySelector(control);
  return shown && closed.test(nameOf(shown)) ? "closed" : undefined;
}

/** What a control is called. @param {Element} control @returns {string} */
function nameOf(control) {
  const value = control instanceof HTMLInputElement ? control.value : "";
  return (control.getAttribute("aria-label") || control.textContent || value).trim();
}
