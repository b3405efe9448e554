/** What the author says of the draft: where, for whom, when, and in answer to what it is posted. */

import { part } from "./element.js";

/** @import { Status } from "./wire.js" */

const channel = part("channel", HTMLSelectElement);
const audience = part("audience", HTMLSelectElement);
const publishAt = part("publish-at", HTMLInputElement);
const replyTo = part("reply-to", HTMLTextAreaElement);

/**
 * The context of the draft, with the keys that the bridge knows; without a moment it is posted now.
 *
 * @returns {Record<string, string>}
 */
export function context() {
  const moment = publishAt.value ? new Date(publishAt.value) : new Date();
  const known = {
    channel: channel.value,
    audience: audience.value,
    publish_at: withOffset(moment),
    reply_to: replyTo.value.trim().toWellFormed(),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value));
}

/** Begin with what the configuration says. @param {Status["context"]} configured */
export function preset(configured) {
  channel.value = configured.channel ?? "";
  audience.value = configured.audience;
}

/** @param {() => void} changed */
export function onContextChange(changed) {
  for (const field of [channel, audience, publishAt, replyTo]) field.addEventListener("input", changed);
}

/**
 * A moment in ISO 8601, in the time of this computer and with its offset.
 *
 * @param {Date} moment
 */
function withOffset(moment) {
  const minutes = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, -5);
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${local}${minutes < 0 ? "-" : "+"}${twoDigits(hours)}:${twoDigits(rest)}`;
}

/** @param {number} figure */
function twoDigits(figure) {
  return String(figure).padStart(2, "0");
}
