import type { CallLink, Series } from '@/lib/calendar/event';
import { type FormatId, proposeFormat } from '@/lib/calendar/spot/propose';
import { AGREEMENT_DEFAULT, withOwnRule } from '@/lib/circle/agreement';
import type { NewCircle } from '@/lib/circle/commands';
import { type CircleLink, MAX_MEMBERS, MIN_MEMBERS } from '@/lib/circle/facts';
import { nameFromTitle } from '@/lib/circle/name-from-title';
import { personName } from '@/lib/circle/person-name';
import { isKnownFormat } from '@/lib/meeting/format';

export interface DraftPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Whether this guest is in the circle. */
  readonly isIn: boolean;
}

/** A circle while it is being made; nothing of it is stored. */
export interface CircleDraft {
  readonly name: string;
  readonly people: readonly DraftPerson[];
  /** Which of the people is me; '' while nobody said. */
  readonly me: string;
  readonly formatId: string;
  /** What the calendar looks like, where this version cannot run that format yet. */
  readonly looksLike: FormatId | null;
  readonly everyDays: number;
  readonly lengthMin: number | undefined;
  /** Member id, or '' for no guide. */
  readonly guide: string;
  readonly guideMeetings: number | undefined;
  readonly agreement: readonly string[];
  /** A rule in their own words, as typed and not added yet. */
  readonly ownRule: string;
  /** The pasted link, as typed. */
  readonly call: string;
  readonly seriesKey: string | null;
}

/** PMC: the guide leaves with the third meeting at the latest (BRAINS and WEBS). */
const GUIDE_MEETINGS = 3;
export const MIN_LENGTH = 15;
export const MAX_LENGTH = 720;

/** A circle by hand: me, and somebody. */
export function emptyDraft(newId: () => string): CircleDraft {
  const me = { id: newId(), name: '', email: '', isIn: true };
  return {
    name: '',
    people: [me, { id: newId(), name: '', email: '', isIn: true }],
    me: me.id,
    formatId: 'pmc',
    looksLike: null,
    everyDays: 14,
    lengthMin: 90,
    guide: '',
    guideMeetings: GUIDE_MEETINGS,
    agreement: AGREEMENT_DEFAULT,
    ownRule: '',
    call: '',
    seriesKey: null,
  };
}

/** Those invited who are people, the organiser among them, each once. */
export function invitedPeople(series: Series): { email: string; name: string; declined: boolean }[] {
  const people = series.guests
    .filter((guest) => guest.kind === 'person')
    .map(({ email, name, response }) => ({ email, name, declined: response === 'declined' }));
  const { organizer } = series;
  const isGroup = organizer && /@(?:group|resource)\.calendar\.google\.com$/.test(organizer.email);
  if (organizer && !isGroup && !people.some((one) => one.email === organizer.email))
    people.push({ ...organizer, declined: false });
  return [...new Map(people.map((one) => [one.email || one.name, one])).values()];
}

/** A circle from a calendar series, to be looked over: names, format, rhythm and length as the calendar tells. */
export function draftFromSeries(series: Series, myEmail: string | null, newId: () => string): CircleDraft {
  const invited = invitedPeople(series).map((guest) => ({ ...guest, isMe: guest.email === myEmail }));
  // Oneself first; whoever said no, and whoever has no seat left, is listed without a tick.
  const ordered = invited.toSorted(
    (a, b) => Number(b.isMe) - Number(a.isMe) || Number(a.declined) - Number(b.declined),
  );
  const people = ordered.map((guest, at) => ({
    id: newId(),
    name: personName(guest),
    email: guest.email,
    isIn: at < MAX_MEMBERS && (guest.isMe || !guest.declined),
  }));
  const lengthMin = series.allDay ? 0 : Math.round(series.lengthMs / 60_000);
  const { everyDays } = series.cadence;
  const count = people.filter((person) => person.isIn).length;
  const proposal = proposeFormat({ everyDays, lengthMin, people: count, title: series.title });
  const isKnown = isKnownFormat(proposal.formatId);
  return {
    ...emptyDraft(newId),
    name: nameFromTitle(series.title),
    people,
    me: people.find((_, at) => ordered[at]?.isMe)?.id ?? '',
    formatId: isKnown ? proposal.formatId : 'pmc',
    looksLike: isKnown ? null : proposal.formatId,
    everyDays,
    lengthMin: proposal.lengthMin,
    call: series.call?.url ?? '',
    seriesKey: series.key,
  };
}

export const STEPS = ['who', 'how', 'agree'] as const;
export type DraftStep = (typeof STEPS)[number];

/** What is still missing, in the order of the screen. `person`: whose row it stands at. */
export type DraftProblem =
  | { step: 'who'; at: 'name' | 'few' | 'many' | 'me' }
  | { step: 'who'; at: 'unnamed' | 'twice'; person: string }
  | { step: 'how'; at: 'length' | 'guide' | 'call' };

/** People who are to be members: ticked, and not an empty line nobody filled in. */
export const membersOf = (draft: CircleDraft): DraftPerson[] =>
  draft.people.filter((person) => person.isIn && (person.name.trim() !== '' || person.email !== ''));

/** Everything that keeps this draft from becoming a circle. @param call the pasted link as read, null when unreadable. */
export function problemsOf(draft: CircleDraft, call: CallLink | null): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const members = membersOf(draft);
  if (draft.name.trim() === '') problems.push({ step: 'who', at: 'name' });
  const names = new Set<string>();
  for (const { id, name } of members) {
    const plain = name.trim().toLocaleLowerCase();
    if (plain === '') problems.push({ step: 'who', at: 'unnamed', person: id });
    else if (names.has(plain)) problems.push({ step: 'who', at: 'twice', person: id });
    names.add(plain);
  }
  if (members.length < MIN_MEMBERS) problems.push({ step: 'who', at: 'few' });
  if (members.length > MAX_MEMBERS) problems.push({ step: 'who', at: 'many' });
  if (!members.some((member) => member.id === draft.me)) problems.push({ step: 'who', at: 'me' });
  const { lengthMin, guideMeetings } = draft;
  if (lengthMin === undefined || !(lengthMin >= MIN_LENGTH && lengthMin <= MAX_LENGTH))
    problems.push({ step: 'how', at: 'length' });
  if (
    guideOf(draft) &&
    !(guideMeetings !== undefined && Number.isInteger(guideMeetings) && guideMeetings >= 1)
  )
    problems.push({ step: 'how', at: 'guide' });
  if (draft.call.trim() !== '' && !call) problems.push({ step: 'how', at: 'call' });
  return problems;
}

const guideOf = (draft: CircleDraft): DraftPerson | undefined =>
  membersOf(draft).find((member) => member.id === draft.guide);

/** The circle to record. Only for a draft without problems. */
export function circleFrom(draft: CircleDraft, call: CallLink | null, id: string): NewCircle {
  const guide = guideOf(draft);
  const links: CircleLink[] = [];
  if (draft.seriesKey !== null) links.push({ kind: 'series', value: draft.seriesKey });
  if (call) links.push({ kind: 'call', host: call.host, value: call.code, url: call.url });
  return {
    id,
    name: draft.name.trim(),
    formatId: draft.formatId,
    everyDays: draft.everyDays,
    lengthMin: Math.round(draft.lengthMin ?? MIN_LENGTH),
    agreement: withOwnRule(draft.agreement, draft.ownRule),
    links,
    members: membersOf(draft).map((member) => ({
      id: member.id,
      name: member.name.trim(),
      email: member.email,
      guide: member.id === guide?.id ? { meeting: draft.guideMeetings ?? GUIDE_MEETINGS } : null,
      isMe: member.id === draft.me,
    })),
  };
}
