import type { Component } from './jcal.ts';

/** Outlook's global object id: a fixed class id, then the date of one occurrence (8 hex digits), then the series. */
const OUTLOOK = /^(040000008200E00074C5B7101A82E008)[0-9A-F]{8}([0-9A-F]+)$/i;

/**
 * What names a series, whatever part of it one looks at.
 * - Google adds `_R20261105T170000` (a split, "this and following") or `_20261105T170000Z` (one occurrence) before
 *   `@google.com`; both are taken off.
 * - Outlook and Exchange write the date of an occurrence into the id; it is set to zero as in
 *   PidLidCleanGlobalObjectId (MS-OXOCAL §2.2.1.28).
 * - Exchange wraps the UID of a meeting from elsewhere into an id of its own; it is unwrapped, so that an invitation
 *   from Google is the same meeting in an Outlook calendar (MS-OXCICAL §2.1.3.1.1.20.26).
 * - Apple's calendar server ties the parts of a split series by `RELATED-TO;RELTYPE=X-CALENDARSERVER-RECURRENCE-SET`.
 * Others, Outlook's and most of Apple's own splits among them, give a new UID: see `continues` in ../split.ts.
 */
export function seriesKey(uid: string, component: Component | null): string {
  const set = component?.properties.find(
    (property) =>
      property.name === 'related-to' &&
      property.parameters.reltype?.toUpperCase() === 'X-CALENDARSERVER-RECURRENCE-SET',
  )?.values[0];
  if (typeof set === 'string' && set !== '') return set;
  const foreign = unwrapped(uid);
  if (foreign !== null) return seriesKey(foreign, null);
  if (/@google\.com$/i.test(uid)) return uid.replace(/_R?\d{8}(?:T\d{6}Z?)?(?=@google\.com$)/i, '');
  const outlook = OUTLOOK.exec(uid);
  return outlook ? `${outlook[1]}00000000${outlook[2]}`.toUpperCase() : uid;
}

/** Class id; date, creation time, reserved and size (24 bytes); `vCal-Uid` and 1; the UID and a zero byte. */
const WRAPPED =
  /^040000008200E00074C5B7101A82E008[0-9A-F]{48}7643616C2D55696401000000((?:[0-9A-F]{2}){1,500}?)(?:00)*$/i;

/** The UID that Exchange wrapped, or null when this is no such id. */
function unwrapped(uid: string): string | null {
  const hex = WRAPPED.exec(uid)?.[1];
  if (!hex) return null;
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
  const text = new TextDecoder().decode(bytes);
  return /[\p{Cc}\ufffd]/u.test(text) || text.trim() === '' ? null : text.trim();
}
