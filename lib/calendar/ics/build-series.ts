import type { Occurrence, Series } from '../event.ts';
import type { Draft } from './draft.ts';
import { placeOrphans, placeSeries, type Window } from './occurrences.ts';
import { readMyResponse } from './people.ts';
import type { ZoneResolver } from './resolve-zone.ts';
import { cadenceOfDates, cadenceOfRule, ruleText } from './rule.ts';
import { DAY_MS } from './wall-time.ts';

export interface BuildOptions {
  sourceId: string;
  /** The member's own addresses, lower case. */
  me: readonly string[];
  window: Window;
  zones: ZoneResolver;
}

export interface Built {
  /** Null when nothing of the series touches the window. */
  series: Series | null;
  /** A rule went beyond the bounds; the series has its start and single dates only. */
  endless: boolean;
}

/**
 * Makes one series of all events that share a key: a master with its overrides; the parts of a series that its
 * calendar split under one key, where the newest part says title, people and times, and the dates of all parts
 * stand; or single dates without a master.
 */
export function buildSeries(key: string, drafts: readonly Draft[], options: BuildOptions): Built {
  const { zones, window } = options;
  const masters = newestOf(
    drafts.filter((draft) => !draft.replaces),
    (draft) => draft.uid,
  );
  const overrides = newestOf(
    drafts.filter((draft) => draft.replaces),
    overrideId,
  );
  const occurrences = new Map<number, Occurrence>();
  let endless = false;
  let main: { draft: Draft; start: number; lengthMs: number; zone: string } | null = null;
  const own = Map.groupBy(overrides, (override) => masterOf(override, masters));
  for (const draft of masters) {
    const placed = placeSeries(draft, own.get(draft) ?? [], zones, window);
    endless ||= !placed.complete;
    for (const one of placed.occurrences) occurrences.set(one.originalStart, one);
    if (!main || placed.start >= main.start) {
      main = {
        draft,
        start: placed.start,
        lengthMs: placed.lengthMs,
        zone: draft.start.date ? zones.floating.id : placed.zone.id,
      };
    }
  }
  const orphans = masters.length === 0 ? overrides : [];
  for (const one of placeOrphans(orphans, zones, window)) occurrences.set(one.originalStart, one);
  if (occurrences.size === 0) return { series: null, endless };
  const sorted = [...occurrences.values()].sort((a, b) => a.originalStart - b.originalStart);
  if (!main) {
    const draft = orphans.reduce((latest, orphan) =>
      orphan.start.wall >= latest.start.wall ? orphan : latest,
    );
    const zone = draft.start.date ? zones.floating.id : zones.resolve(draft.start.tzid).id;
    const first = sorted[0];
    main = { draft, start: first?.originalStart ?? 0, lengthMs: first?.lengthMs ?? 0, zone };
  }
  const { draft } = main;
  const zone = draft.start.date ? null : zones.resolve(draft.start.tzid);
  const firstRule = draft.rules[0];
  const walls = sorted.map((one) => one.originalStart + (zone?.offsetAt(one.originalStart) ?? 0));
  const series: Series = {
    key,
    uid: draft.uid,
    sourceId: options.sourceId,
    title: draft.title,
    description: draft.description,
    location: draft.location,
    zone: main.zone,
    start: main.start,
    lengthMs: main.lengthMs,
    allDay: draft.start.date,
    status: draft.status,
    myResponse: readMyResponse(draft.guests, draft.organizer, options.me),
    cadence: firstRule ? cadenceOfRule(firstRule, draft.start.wall) : cadenceOfDates(walls),
    rule: draft.rules.map(ruleText).join('\n'),
    organizer: draft.organizer,
    guests: draft.guests,
    call: draft.call,
    ...(draft.free ? { free: true } : {}),
    occurrences: sorted,
  };
  return { series, endless };
}

/**
 * The master an override belongs to: the one of its UID; where the calendar gave the override a UID of its own
 * (Outlook), the part of the series that runs at that date.
 */
function masterOf(override: Draft, masters: readonly Draft[]): Draft | undefined {
  const own = masters.find((master) => master.uid === override.uid);
  if (own) return own;
  const date = (override.replaces?.wall ?? 0) + DAY_MS;
  const begun = masters.filter((master) => master.start.wall <= date);
  if (begun.length === 0) return masters[0];
  return begun.reduce((latest, master) => (master.start.wall > latest.start.wall ? master : latest));
}

function overrideId(draft: Draft): string {
  const id = draft.replaces;
  return `${draft.uid}\n${id?.wall}\n${id?.tzid}\n${draft.andFollowing}`;
}

/** Of several events that stand for the same thing the one changed last; the later one in the file on a tie. */
function newestOf(drafts: readonly Draft[], idOf: (draft: Draft) => string): Draft[] {
  if (drafts.length < 2) return [...drafts];
  const byId = new Map<string, Draft>();
  for (const draft of drafts) {
    const id = idOf(draft);
    const known = byId.get(id);
    if (known && (known.sequence - draft.sequence || (known.changed > draft.changed ? 1 : -1)) > 0) continue;
    byId.set(id, draft);
  }
  return [...byId.values()];
}
