import type { calendar_v3 } from '@googleapis/calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ADA, BO, DAY, HOUR, MONDAY, type TestBed, testBed } from './for-tests.ts';

type Event = calendar_v3.Schema$Event;

const RULES = ['FREQ=WEEKLY;COUNT=5', 'FREQ=WEEKLY;INTERVAL=2;COUNT=4', 'FREQ=DAILY;COUNT=6'] as const;

/** An edit: what, on which event, on which of its dates, and a number that it is made of. */
const edit = fc.record({
  what: fc.constantFrom(
    'single',
    'series',
    'change',
    'move',
    'rule',
    'delete',
    'moveDate',
    'changeDate',
    'cancelDate',
    'split',
    'guest',
    'answer',
  ),
  which: fc.nat(20),
  date: fc.nat(4),
  number: fc.integer({ min: 1, max: 50 }),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function perform(bed: TestBed, ids: string[], { what, which, date, number }: Edit): void {
  const { events } = bed.control;
  const id = ids[which % Math.max(1, ids.length)];
  const start = MONDAY + number * HOUR;
  if (what === 'single') ids.push(events.put(ADA, { start, summary: `s${number}` }));
  else if (what === 'series')
    ids.push(
      events.put(ADA, { start, summary: `r${number}`, rule: RULES[number % 3] ?? '', guests: [ADA, BO] }),
    );
  if (id === undefined || what === 'single' || what === 'series') return;
  const event = events.get(ADA, id);
  if (event.status === 'cancelled') return;
  const invited = event.attendees?.some(({ email }) => email === BO) ?? false;
  // Halves of a series that are stretched over each other would have two dates of one id.
  const wasSplit = ids.some((one) => one.includes('_R') && one.split('_')[0] === id.split('_')[0]);
  if (what === 'change') events.change(ADA, id, { summary: `c${number}` });
  else if (what === 'move' && !wasSplit) events.move(ADA, id, { start });
  else if (what === 'rule' && event.recurrence && !wasSplit)
    events.move(ADA, id, { start, rule: RULES[number % 3] ?? '' });
  else if (what === 'delete' && number % 3 === 0) events.delete(ADA, id);
  else if (what === 'guest' && invited) events.removeGuest(ADA, id, BO);
  else if (what === 'guest') events.addGuest(ADA, id, BO);
  else if (what === 'answer') events.answer(ADA, id, BO, 'declined');
  else performOnDate(bed, ids, id, { what, which, date, number });
}

function performOnDate(bed: TestBed, ids: string[], id: string, { what, date, number }: Edit): void {
  const { events } = bed.control;
  const dates = events.occurrences(ADA, MONDAY - DAY, MONDAY + 200 * DAY);
  const found = dates.filter(({ recurringEventId }) => recurringEventId === id)[date];
  const original = Date.parse(found?.originalStartTime?.dateTime ?? '');
  if (Number.isNaN(original)) return;
  if (what === 'moveDate') events.moveOccurrence(ADA, id, original, { start: original + number * HOUR });
  else if (what === 'changeDate') events.changeOccurrence(ADA, id, original, { summary: `d${number}` });
  else if (what === 'cancelDate') events.cancelOccurrence(ADA, id, original);
  // The first date may have been moved behind others: what follows it is the whole series all the same.
  else if (what === 'split' && original > Date.parse(events.get(ADA, id).start?.dateTime ?? ''))
    ids.push(events.split(ADA, id, original, { summary: `n${number}` }));
}

/** A client as plain as can be: what is cancelled goes, a series with its dates; everything else is kept as it came. */
async function follow(
  bed: TestBed,
  known: Map<string, Event>,
  params: Record<string, string>,
  token: string,
) {
  const { items, token: next } = await bed.listAll({ ...params, maxResults: '3', syncToken: token });
  for (const item of items) {
    const id = item.id ?? '';
    const isDate = item.recurringEventId !== undefined && params.singleEvents !== 'true';
    if (item.status !== 'cancelled' || isDate) known.set(id, item);
    else {
      known.delete(id);
      for (const [other, { recurringEventId }] of known) if (recurringEventId === id) known.delete(other);
    }
  }
  // A cancelled date says something only while there is its series.
  for (const [id, { status, recurringEventId }] of known)
    if (status === 'cancelled' && !known.has(recurringEventId ?? '')) known.delete(id);
  return next;
}

const byId = (events: Iterable<Event>) => [...events].sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));

describe.each([
  ['masters and their changed dates', {}],
  ['dates one by one', { singleEvents: 'true' }],
])('what a sync token tells, in %s', (_how, params: Record<string, string>) => {
  test('adds up to what a full list says, whatever was edited', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(edit, { maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        async (rounds) => {
          const bed = testBed();
          const ids: string[] = [];
          const known = new Map<string, Event>();
          let { token } = await bed.listAll({ ...params, maxResults: '3' });
          for (const edits of rounds) {
            for (const one of edits) perform(bed, ids, one);
            bed.pass(1000);
            token = await follow(bed, known, { ...params }, token);
            const full = await bed.listAll({ ...params, maxResults: '3' });
            expect(byId(known.values())).toEqual(byId(full.items));
          }
          expect(bed.control.problems()).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});

test('a guest’s dates are the organiser’s, whatever is edited while both are invited', async () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const bed = testBed();
      const ids: string[] = [];
      for (const one of edits)
        perform(bed, ids, { ...one, what: one.what === 'single' ? 'series' : one.what });
      const shown = (email: string) =>
        bed.control.events
          .occurrences(email, MONDAY - DAY, MONDAY + 300 * DAY)
          .filter(({ attendees }) => attendees?.some((one) => one.email === BO))
          .map(({ id, summary, start, originalStartTime }) => ({ id, summary, start, originalStartTime }))
          .sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
      expect(shown(BO)).toEqual(shown(ADA));
    }),
    { numRuns: 300 },
  );
});
