import { readCallLink } from '@/lib/calendar/call-link';
import type { CallLink } from '@/lib/calendar/event';
import { createCircle } from '@/lib/circle/commands';
import { guessMe } from '@/lib/circle/guess-me';
import type { Draft } from '@/lib/fact/fact';
import { decideSeries } from '@/lib/me/commands';
import { newId } from '@/lib/platform/id';
import { allSeries, myAddresses } from '@/lib/store/calendar';
import { type Database, database, type SeriesRow } from '@/lib/store/database';
import { type CircleDraft, circleFrom, draftFromSeries, invitedPeople, problemsOf } from './circle-draft.ts';
import { dayOf } from './dates.ts';
import { myFormat, ownFormatDrafts } from './format-drafts.ts';

/** The draft that a spotted series gives, oneself guessed from what the calendars show. */
export async function draftOfSeries(series: SeriesRow): Promise<CircleDraft> {
  const db = database();
  const [mine, source, all] = await Promise.all([
    myAddresses(db),
    db.sources.get(series.sourceId),
    allSeries(db),
  ]);
  const addresses = (one: Parameters<typeof invitedPeople>[0]) =>
    invitedPeople(one).map((person) => person.email);
  const me = guessMe({
    people: addresses(series),
    mine,
    calendarName: source?.name ?? '',
    others: all.filter((one) => one.key !== series.key && one.sourceId === series.sourceId).map(addresses),
  });
  return draftFromSeries(series, me, newId);
}

/** Whether a draft can become a circle as it stands. Who oneself is may be said later, on the circle's page. */
export const isReady = (draft: CircleDraft): boolean =>
  problemsOf(draft, readCallLink([draft.call])).every((problem) => problem.at === 'me');

/**
 * What is recorded when a draft becomes a circle: the circle, and the decision that the series is it.
 * @param now UTC ms.
 */
export async function draftsOf(
  db: Database,
  draft: CircleDraft,
  call: CallLink | null,
  series: SeriesRow | undefined,
  now: number,
): Promise<{ id: string; drafts: Draft[] }> {
  const id = newId();
  const drafts = createCircle(circleFrom(draft, call, id), now, dayOf(now).toString());
  drafts.push(...(await ownFormatDrafts(db, id, draft.me || null, await myFormat(db, draft.formatId))));
  if (series) {
    const before = await db.decisions.get(series.key);
    const people = invitedPeople(series).map((person) => person.email);
    const looks = { key: series.key, title: series.title, people, code: series.code || null };
    drafts.push(decideSeries(looks, id, before?.setBy ?? []));
  }
  return { id, drafts };
}
