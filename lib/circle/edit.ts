import { draft } from '../fact/draft.ts';
import type { Draft, FactHash } from '../fact/fact.ts';
import type { Format } from '../meeting/format.ts';
import type { PromptChoice } from '../meeting/prompt-level.ts';
import { type CircleFocus, type CircleLink, type GuideUntil, MAX_REPORT_LINE } from './facts.ts';
import type { Pause } from './pause.ts';

/**
 * What is recorded when a circle or a member changes. Nothing of the past changes: each is a new fact that names the
 * ones it replaces (`replaces`: all facts of that kind so far). `by`: the member I am.
 */
export const renameCircle = (
  circleId: string,
  by: string | null,
  name: string,
  replaces: readonly FactHash[],
): Draft => draft(circleId, by, circleId, 'circle.named', { name: name.trim(), replaces: [...replaces] });

export interface Rhythm {
  formatId: string;
  /** 0: no rhythm. */
  everyDays: number;
  /** Minutes. */
  lengthMin: number;
}

export const setRhythm = (
  circleId: string,
  by: string | null,
  { formatId, everyDays, lengthMin }: Rhythm,
  replaces: readonly FactHash[],
): Draft =>
  draft(circleId, by, circleId, 'circle.rhythm', {
    formatId,
    everyDays,
    lengthMin,
    replaces: [...replaces],
  });

/** A format of the circle's own. `replaces`: all such facts so far; only those of the same format are. */
export const setOwnFormat = (
  circleId: string,
  by: string | null,
  format: Format,
  replaces: readonly FactHash[],
): Draft => draft(circleId, by, circleId, 'circle.format', { format, replaces: [...replaces] });

export const setAgreement = (
  circleId: string,
  by: string | null,
  items: readonly string[],
  replaces: readonly FactHash[],
): Draft => draft(circleId, by, circleId, 'circle.agreed', { items: [...items], replaces: [...replaces] });

/**
 * The sentence of the circle's report for its programme; empty: none any more. `report` stays the same for ever.
 * `replaces`: all such facts so far.
 */
export const setReportLine = (
  circleId: string,
  by: string | null,
  line: { report: string; text: string },
  replaces: readonly FactHash[],
): Draft =>
  draft(circleId, by, circleId, 'circle.reportLine', {
    report: line.report,
    text: line.text.replace(/\s+/g, ' ').trim().slice(0, MAX_REPORT_LINE),
    replaces: [...replaces],
  });

/** Ties a calendar series or a call to the circle. It is loosened by taking these facts back. */
export const linkCircle = (circleId: string, by: string | null, link: CircleLink): Draft =>
  draft(circleId, by, circleId, 'circle.linked', { link });

/** Whether time that members lost comes back to them at later meetings. */
export const setTimeBack = (
  circleId: string,
  by: string | null,
  on: boolean,
  replaces: readonly FactHash[],
): Draft => draft(circleId, by, circleId, 'circle.timeBack', { on, replaces: [...replaces] });

/** How many prompts roles see. */
export const setPrompts = (
  circleId: string,
  by: string | null,
  shown: PromptChoice,
  replaces: readonly FactHash[],
): Draft => draft(circleId, by, circleId, 'circle.prompts', { shown, replaces: [...replaces] });

/** The one thing the circle is about for now; null: none. `about`: which skill. */
export const setFocus = (
  circleId: string,
  by: string | null,
  focus: CircleFocus | null,
  about: string,
  replaces: readonly FactHash[],
): Draft =>
  draft(circleId, by, circleId, 'circle.focused', {
    focus,
    ...(about.trim() === '' ? {} : { about: about.trim().slice(0, 100) }),
    replaces: [...replaces],
  });

export const archiveCircle = (
  circleId: string,
  by: string | null,
  archived: boolean,
  replaces: readonly FactHash[],
): Draft => draft(circleId, by, circleId, 'circle.archived', { archived, replaces: [...replaces] });

/** A pause, or another length of one (`id` stays); `off`: there is none after all. `replaces`: all pauses' facts so far. */
export const setPause = (
  circleId: string,
  by: string | null,
  pause: Pause,
  off: boolean,
  replaces: readonly FactHash[],
): Draft =>
  draft(circleId, by, circleId, 'circle.pause', {
    pause: pause.id,
    from: pause.from,
    to: pause.to,
    off,
    replaces: [...replaces],
  });

/** The circle ends on an ISO date; null: it goes on after all. What was said and done stays. */
export const closeCircle = (
  circleId: string,
  by: string | null,
  on: string | null,
  replaces: readonly FactHash[],
): Draft => draft(circleId, by, circleId, 'circle.closed', { on, replaces: [...replaces] });

export const renameMember = (
  circleId: string,
  by: string | null,
  member: { id: string; name: string; email: string },
  replaces: readonly FactHash[],
): Draft =>
  draft(circleId, by, member.id, 'member.renamed', {
    name: member.name.trim(),
    email: member.email.trim().toLowerCase(),
    replaces: [...replaces],
  });

export const setGuide = (
  circleId: string,
  by: string | null,
  memberId: string,
  guide: GuideUntil,
  replaces: readonly FactHash[],
): Draft => draft(circleId, by, memberId, 'member.guide', { guide, replaces: [...replaces] });

/** A member's thumb up for the ground rules, or taken back. `replaces`: every thumb of that member so far. */
export const giveThumb = (
  circleId: string,
  by: string | null,
  memberId: string,
  thumb: { wording: string; agreed: boolean; meetingId: string | null },
  replaces: readonly FactHash[],
): Draft =>
  draft(circleId, by, memberId, 'member.agreed', {
    wording: thumb.wording,
    agreed: thumb.agreed,
    meeting: thumb.meetingId,
    replaces: [...replaces],
  });

/** A member leaves on an ISO date; what they did stays. `replaces`: every leaving and coming back so far. */
export const memberLeft = (
  circleId: string,
  by: string | null,
  memberId: string,
  on: string,
  replaces: readonly FactHash[],
): Draft => draft(circleId, by, memberId, 'member.left', { on, until: {}, replaces: [...replaces] });

/** A former member is one again from an ISO date on, on the old seat. */
export const memberReturned = (
  circleId: string,
  by: string | null,
  memberId: string,
  on: string,
  replaces: readonly FactHash[],
): Draft => draft(circleId, by, memberId, 'member.returned', { on, replaces: [...replaces] });
