import type { Fact } from '../fact/fact.ts';
import { type Known, latest, readFacts } from '../fact/fold.ts';
import { type Format, formatOf, formatOfMeeting } from '../meeting/format.ts';
import type { PromptChoice } from '../meeting/prompt-level.ts';
import { type CircleFocus, type CircleLink, circleKinds } from './facts.ts';
import type { Pause } from './pause.ts';
import { isRightsFact } from './rights-facts.ts';

/** A circle as screens show it; folded from its own facts alone. */
export interface CircleRow {
  id: string;
  name: string;
  formatId: string;
  /** 14: every other week. 0: no rhythm. */
  everyDays: number;
  lengthMin: number;
  /** Ids of offered agreement items, or the circle's own words. */
  agreement: readonly string[];
  links: readonly CircleLink[];
  /** `host:code` of its calls, for looking a circle up by the call one is in. */
  codes: readonly string[];
  /** Keys of its calendar series. */
  seriesKeys: readonly string[];
  /** ms since 1970. */
  createdAt: number;
  archived: boolean;
  /** Time that members lost comes back to them at later meetings. */
  timeBack: boolean;
  prompts: PromptChoice;
  /** The one thing it is about for now, with which skill; absent when it is about whatever each brings. */
  focus?: { readonly focus: CircleFocus; readonly about: string };
  /** Its pauses, the earliest first; absent when it has none. */
  pauses?: readonly Pause[];
  /** ISO date it was closed on; absent while it goes on. */
  closedOn?: string;
  /** The circle it goes on in; absent while it goes on by itself. It is archived then, and lists leave it out. */
  continuedIn?: string;
  /** The sentence of its report for a programme (empty: none), and the random id of such reports; absent without one. */
  reportLine?: { report: string; text: string };
  /** Formats of its own; absent when it has none. */
  formats?: readonly Format[];
  /** Facts written by a newer version of Circlekeeper. */
  newer: number;
}

/** How a call is written in {@link CircleRow.codes}. */
export const callCode = (host: string, code: string): string => `${host}:${code.toLowerCase()}`;

/** Folds the facts of one circle. Null while its creation has not arrived, or when it was erased. */
export function foldCircle(id: string, facts: readonly Fact[]): CircleRow | null {
  // Rights are facts of the same entity, with a fold of their own.
  const { facts: known, newer } = readFacts(
    circleKinds,
    facts.filter((fact) => !isRightsFact(fact)),
  );
  const created = known.find((fact) => fact.kind === 'circle.created');
  if (!created) return null;
  const name = latest(known.filter((fact) => fact.kind === 'circle.named'));
  const rhythm = latest(known.filter((fact) => fact.kind === 'circle.rhythm'));
  const agreed = latest(known.filter((fact) => fact.kind === 'circle.agreed'));
  const archived = latest(known.filter((fact) => fact.kind === 'circle.archived'));
  const timeBack = latest(known.filter((fact) => fact.kind === 'circle.timeBack'));
  const prompts = latest(known.filter((fact) => fact.kind === 'circle.prompts'));
  const focused = latest(known.filter((fact) => fact.kind === 'circle.focused'))?.body;
  const line = latest(known.filter((fact) => fact.kind === 'circle.reportLine'))?.body;
  const formats = [
    ...Map.groupBy(
      known.filter((fact) => fact.kind === 'circle.format'),
      (fact) => fact.body.format.id,
    ).values(),
  ].flatMap((same) => latest(same)?.body.format ?? []);
  const closed = latest(known.filter((fact) => fact.kind === 'circle.closed'))?.body.on;
  const pauses = pausesOf(known.filter((fact) => fact.kind === 'circle.pause'));
  // In two, where two devices shared it before they heard of each other: then one of them stands, the same on both.
  const continued = known.find((fact) => fact.kind === 'circle.continued');
  const links = uniqueLinks(
    known.filter((fact) => fact.kind === 'circle.linked').map((fact) => fact.body.link),
  );
  return {
    id,
    name: name?.body.name ?? created.body.name,
    formatId: rhythm?.body.formatId ?? 'pmc',
    everyDays: rhythm?.body.everyDays ?? 14,
    lengthMin: rhythm?.body.lengthMin ?? 90,
    agreement: agreed?.body.items ?? [],
    links,
    // One that goes on elsewhere is found by neither.
    codes: continued
      ? []
      : links.flatMap((link) => (link.kind === 'call' ? [callCode(link.host, link.value)] : [])),
    seriesKeys: continued ? [] : links.flatMap((link) => (link.kind === 'series' ? [link.value] : [])),
    createdAt: created.body.at,
    archived: continued !== undefined || (archived?.body.archived ?? false),
    ...(continued === undefined ? {} : { continuedIn: continued.body.in }),
    timeBack: timeBack?.body.on ?? true,
    prompts: prompts?.body.shown ?? 'auto',
    ...(focused?.focus ? { focus: { focus: focused.focus, about: focused.about ?? '' } } : {}),
    ...(pauses.length > 0 ? { pauses } : {}),
    ...(closed ? { closedOn: closed } : {}),
    ...(line ? { reportLine: { report: line.report, text: line.text } } : {}),
    ...(formats.length > 0 ? { formats } : {}),
    newer,
  };
}

/** How the `number`th meeting (from 1) of a circle goes. */
export const circleFormat = (circle: Pick<CircleRow, 'formatId' | 'formats'>, number: number): Format =>
  formatOfMeeting(formatOf(circle.formatId, circle.formats), number, circle.formats);

type PauseFact = Extract<Known<typeof circleKinds>, { kind: 'circle.pause' }>;

const pausesOf = (facts: readonly PauseFact[]): Pause[] =>
  [...Map.groupBy(facts, (fact) => fact.body.pause)]
    .flatMap(([id, same]) => {
      const now = latest(same)?.body;
      return now && !now.off && now.from <= now.to ? [{ id, from: now.from, to: now.to }] : [];
    })
    .sort((a, b) => (a.from < b.from || (a.from === b.from && a.id < b.id) ? -1 : 1));

const uniqueLinks = (links: readonly CircleLink[]): CircleLink[] => [
  ...new Map(
    links.map((link) => [`${link.kind} ${link.kind === 'call' ? link.host : ''} ${link.value}`, link]),
  ).values(),
];
