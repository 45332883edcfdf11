import type { Component } from './jcal.ts';

/** Outlook's global object id: a fixed class id, then the date of one occurrence (8 hex digits), then the series. */
const OUTLOOK = /^(040000008200E00074C5B7101A82E008)[0-9A-F]{8}([0-9A-F]+)$/i;

/**
 * What names a series, whatever part of it one looks at.
 * - Google adds `_R20261105T170000` (a split, "this and following") or `_20261105T170000Z` (one occurrence) before
 *   `@google.com`; both are taken off.
 * - Outlook and Exchange write the date of an occurrence into the id; it is set to zero as in
 *   PidLidCleanGlobalObjectId (MS-OXOCAL §2.2.1.28).
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
  if (/@google\.com$/i.test(uid)) return uid.replace(/_R?\d{8}(?:T\d{6}Z?)?(?=@google\.com$)/i, '');
  const outlook = OUTLOOK.exec(uid);
  return outlook ? `${outlook[1]}00000000${outlook[2]}`.toUpperCase() : uid;
}
