import { describe, expect, it } from 'vitest';
import type { Series } from '../calendar/event.ts';
import { bestFirst, oneOfEach } from './copies.ts';

const copy = (sourceId: string, more: Partial<Series> = {}): Series => ({
  key: 'circle',
  uid: 'circle',
  sourceId,
  title: sourceId,
  description: '',
  location: '',
  zone: 'UTC',
  start: 0,
  lengthMs: 3_600_000,
  allDay: false,
  status: 'confirmed',
  myResponse: null,
  cadence: { everyDays: 14, weekdays: [4] },
  rule: 'FREQ=WEEKLY',
  organizer: null,
  guests: [],
  call: null,
  occurrences: [],
  ...more,
});
const sources = [
  { id: 'file', kind: 'file', readAt: 9 },
  { id: 'feed', kind: 'feed', readAt: 5 },
  { id: 'work', kind: 'microsoft', readAt: 1 },
  { id: 'home', kind: 'google', readAt: 2 },
] as const;
const believed = (...copies: Series[]) => oneOfEach(copies, sources).map((one) => one.sourceId);

describe('of several copies of a meeting', () => {
  it('one is left, whichever came first', () => {
    const copies = [copy('file'), copy('feed'), copy('work'), copy('home')];
    expect(believed(...copies)).toEqual(['home']);
    expect(believed(...copies.toReversed())).toEqual(['home']);
  });

  it('an account’s is believed before a feed’s, and that before a file of long ago', () => {
    expect(believed(copy('file'), copy('work'))).toEqual(['work']);
    expect(believed(copy('file'), copy('feed'))).toEqual(['feed']);
  });

  it('the organiser’s word counts, also when it says that all is off', () => {
    expect(believed(copy('work', { mayWrite: true, status: 'cancelled' }), copy('home'))).toEqual(['work']);
  });

  it('a guest’s copy that is off does not hide one that is on: the other address is still invited', () => {
    expect(believed(copy('home', { status: 'cancelled' }), copy('work'))).toEqual(['work']);
  });

  it('an account that fell behind, as with a sign-in that ran out, gives way to whatever was read since', () => {
    const DAY = 86_400_000;
    const now = 100 * DAY;
    const late = [
      { id: 'file', kind: 'file', readAt: now },
      { id: 'feed', kind: 'feed', readAt: now - DAY / 4 },
      { id: 'home', kind: 'google', readAt: now },
      { id: 'work', kind: 'microsoft', readAt: now - 2 * DAY },
    ] as const;
    const first = (...copies: Series[]) => oneOfEach(copies, late)[0]?.sourceId;
    expect(first(copy('work', { mayWrite: true }), copy('home'))).toBe('home');
    expect(first(copy('work', { mayWrite: true }), copy('feed'))).toBe('feed');
    expect(first(copy('work'), copy('file'))).toBe('work');
  });

  it('an invitation to one date does not hide the series', () => {
    expect(believed(copy('home', { rule: '' }), copy('work'))).toEqual(['work']);
  });

  it('the one read last is taken when nothing else tells them apart', () => {
    expect(bestFirst([copy('work'), copy('home'), copy('file')], sources).map((one) => one.sourceId)).toEqual(
      ['home', 'work', 'file'],
    );
  });

  it('different meetings stay different', () => {
    expect(believed(copy('work'), copy('home', { key: 'other' }))).toEqual(['work', 'home']);
  });
});
