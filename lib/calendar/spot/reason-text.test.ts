import { describe, expect, it } from 'vitest';
import { reasonText } from './reason-text.ts';
import type { Reason } from './spotted.ts';

describe('reasonText', () => {
  it.each<[Reason, string]>([
    [{ kind: 'says', word: 'peer mentoring', where: 'title' }, 'says “peer mentoring”'],
    [{ kind: 'says', word: 'contracts', where: 'description' }, 'the description says “contracts”'],
    [{ kind: 'every', everyDays: 14, weekday: 4 }, 'every second Thursday'],
    [{ kind: 'every', everyDays: 7, weekday: 1 }, 'every Monday'],
    [{ kind: 'every', everyDays: 21, weekday: 7 }, 'every third Sunday'],
    [{ kind: 'every', everyDays: 7, weekday: null }, 'every week'],
    [{ kind: 'every', everyDays: 30, weekday: 2 }, 'once a month'],
    [{ kind: 'every', everyDays: 91, weekday: 2 }, 'four times a year'],
    [{ kind: 'every', everyDays: 42, weekday: 2 }, 'every six weeks'],
    [{ kind: 'every', everyDays: 10, weekday: null }, 'every ten days'],
    [{ kind: 'guests', count: 6 }, 'six guests'],
    [{ kind: 'guests', count: 12 }, 'twelve guests'],
    [{ kind: 'guests', count: 13 }, '13 guests'],
    [{ kind: 'link', host: 'meet' }, 'a Google Meet link'],
    [{ kind: 'link', host: 'other' }, 'a video link'],
    [{ kind: 'same-people', circleId: 'c1', shared: 5 }, 'five people from Thursday seven'],
    [{ kind: 'same-link', circleId: 'c1' }, 'the same call as Thursday seven'],
    [{ kind: 'same-series', circleId: 'c1' }, 'belongs to Thursday seven'],
    [{ kind: 'against', by: 'word', word: 'webinar' }, 'but “webinar” often means something else'],
    [{ kind: 'against', by: 'guests', count: 1 }, 'but only one other person'],
    [{ kind: 'against', by: 'guests', count: 25 }, 'but 25 guests, more than a circle seats'],
    [{ kind: 'against', by: 'once' }, 'but it happens only once'],
  ])('%j', (reason, text) => {
    expect(reasonText(reason, () => 'Thursday seven')).toBe(text);
  });
});
