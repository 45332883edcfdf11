import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Labelled, toSeries } from '../../../test/spot/to-series.ts';
import type { Series } from '../event.ts';
import { spot } from './spot.ts';
import type { KnownCircle, Spotted } from './spotted.ts';

function series(title: string, change: Partial<Labelled> = {}, more: Partial<Series> = {}): Series {
  const entry: Labelled = {
    title,
    everyDays: 14,
    lengthMin: 90,
    guests: 6,
    call: 'meet',
    lang: 'en',
    label: 'circle',
    why: '',
    ...change,
  };
  return { ...toSeries(entry), ...more };
}

const KNOWN: KnownCircle = {
  id: 'c1',
  name: 'Thursday seven',
  people: [
    'me@uni.example',
    'guest1@uni.example',
    'Guest2@uni.example',
    'guest3@uni.example',
    'guest4@uni.example',
  ],
  everyDays: 14,
  codes: ['xyz-abcd-efg'],
  keys: ['kept'],
};

function words(spotted: Spotted): string[] {
  return spotted.reasons.flatMap((reason) => ('word' in reason ? reason.word : []));
}

describe('spot', () => {
  it('gives the reasons that are true of a circle, words first', () => {
    expect(spot(series('Peer Mentoring Circle'), [])).toEqual({
      score: 1,
      verdict: 'circle',
      reasons: [
        { kind: 'says', word: 'Peer Mentoring Circle', where: 'title' },
        { kind: 'every', everyDays: 14, weekday: 4 },
        { kind: 'guests', count: 6 },
        { kind: 'link', host: 'meet' },
      ],
    });
  });

  it('wants a second sign for a weak word', () => {
    expect(spot(series('Circle'), []).verdict).toBe('circle');
    expect(spot(series('Circle', { everyDays: 0, guests: 1, call: null }), []).verdict).toBe('no');
  });

  it('offers what is doubtful quietly, with the strongest point against', () => {
    const spotted = spot(series('Peer mentoring circle', { guests: 25 }), []);
    expect(spotted.verdict).toBe('maybe');
    expect(spotted.reasons.at(-1)).toEqual({ kind: 'against', by: 'guests', count: 25 });
    expect(spotted.reasons.filter((reason) => reason.kind === 'against')).toHaveLength(1);
  });

  it.each([
    ['cancelled', { status: 'cancelled' }],
    ['declined', { myResponse: 'declined' }],
    ['all-day', { allDay: true, guests: 0 }],
  ] as const)('leaves a series alone that is %s, and says so', (by, change) => {
    const spotted = spot(series('Peer mentoring circle', change), []);
    expect(spotted.verdict).toBe('no');
    expect(spotted.reasons).toContainEqual({ kind: 'against', by });
  });

  it('does not count rooms as people, nor the member', () => {
    const spotted = spot(series('Mentoring circle', { guests: 4, rooms: 3 }), []);
    expect(spotted.reasons).toContainEqual({ kind: 'guests', count: 4 });
  });

  it('counts an organiser who is not among the guests, but no group calendar', () => {
    const office = { name: '', email: 'office@uni.example' };
    const calendar = { name: '', email: 'abc@group.calendar.google.com' };
    const count = (organizer: Series['organizer']) =>
      spot(series('Mentoring circle', {}, { organizer }), []).reasons.find(
        (reason) => reason.kind === 'guests',
      );
    expect(count(office)).toEqual({ kind: 'guests', count: 7 });
    expect(count(calendar)).toEqual({ kind: 'guests', count: 6 });
  });

  it('never reads the addresses of guests, whose domain may hold a circle word', () => {
    const plain = series('Budget');
    const guests = plain.guests.map((guest, i) => ({ ...guest, email: `p${i}@mentoring-circle.example` }));
    expect(spot({ ...plain, guests }, []).verdict).toBe('no');
  });

  it('reads the title above the description', () => {
    const description = 'Our peer mentoring circle. We each get a turn.';
    expect(spot(series('Thursday', { description }), []).verdict).toBe('circle');
    expect(spot(series('Lab meeting', { description }), []).verdict).toBe('no');
  });

  it('finds a private name by what the description says circles do', () => {
    const spotted = spot(
      series('The Wrens', { description: 'Check-in, work, contracts. Confidential.' }),
      [],
    );
    expect(spotted.verdict).toBe('circle');
    expect(words(spotted)).toEqual(['Confidential']);
  });

  it('takes no circle word from join instructions, signatures and quoted mail', () => {
    const description = [
      'Agenda in the folder.',
      '________________________________',
      'Microsoft Teams meeting',
      'Peer mentoring circle: https://peer-mentoring-circle.example',
      '________________________________',
      '-- ',
      'Dr. A. Person, Peer Mentoring Circle Office',
      '> peer mentoring circle',
    ].join('\n');
    expect(spot(series('Thursday', { description }), []).verdict).toBe('no');
  });

  it('quotes the words as the calendar writes them', () => {
    expect(words(spot(series('Círculo de MENTORÍA entre pares'), []))).toEqual([
      'Círculo de MENTORÍA entre pares',
    ]);
    expect(words(spot(series('Inner circle'), []))).toEqual([]);
    expect(words(spot(series('Inner circle: mentoring'), []))).toEqual(['mentoring', 'Inner circle']);
  });
});

describe('spot with known circles', () => {
  const guests = { guests: 4 };

  it('belongs to a circle by its series key, whatever it is called', () => {
    const spotted = spot(series('Budget', {}, { key: 'kept' }), [KNOWN]);
    expect(spotted).toEqual({
      score: 1,
      verdict: 'circle',
      circleId: 'c1',
      reasons: [{ kind: 'same-series', circleId: 'c1' }],
    });
  });

  it('takes the same people at another time as a second sign for a weak word', () => {
    const once = { ...guests, everyDays: 0, call: null, lengthMin: 60 };
    expect(spot(series('Circle', once), []).verdict).not.toBe('circle');
    const spotted = spot(series('Circle', once), [KNOWN]);
    expect(spotted).toMatchObject({ verdict: 'circle', circleId: 'c1' });
    expect(spotted.reasons).toContainEqual({ kind: 'same-people', circleId: 'c1', shared: 5 });
  });

  it('only asks when the people are the same and no word says so', () => {
    expect(spot(series('Catch-up', guests), [])).toEqual({ score: 0, verdict: 'no', reasons: [] });
    expect(spot(series('Catch-up', guests), [KNOWN])).toMatchObject({ verdict: 'maybe', circleId: 'c1' });
  });

  it("takes a circle's own rhythm as a further sign", () => {
    const monthly = { ...KNOWN, everyDays: 30 };
    const short = series('Catch-up', { ...guests, call: null, lengthMin: 20 });
    expect(spot(short, [KNOWN]).score).toBeGreaterThan(spot(short, [monthly]).score);
  });

  it('does not ask about ordinary work of the same people', () => {
    expect(spot(series('Lab meeting', guests), [KNOWN]).verdict).toBe('no');
  });

  it('is not misled by two shared people among many', () => {
    const many = series('Catch-up', { guests: 12 });
    const few: KnownCircle = {
      ...KNOWN,
      people: ['guest1@uni.example', 'guest2@uni.example', 'a@b.example'],
    };
    expect(spot(many, [few]).verdict).toBe('no');
  });

  it("believes a circle's own call", () => {
    const call = { host: 'meet', code: 'xyz-abcd-efg', url: 'https://meet.google.com/xyz-abcd-efg' } as const;
    const spotted = spot(series('Thursday', {}, { call }), [KNOWN]);
    expect(spotted).toMatchObject({ verdict: 'circle', circleId: 'c1' });
    expect(spotted.reasons).toContainEqual({ kind: 'same-link', circleId: 'c1' });
  });
});

describe('spot on anything a calendar can hold', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          'peer',
          'mentor',
          'circle',
          'Kreis',
          'K',
          '1:1',
          '\ud800',
          '\u200b',
          '🌙',
          '*innen',
          '·e·s',
          '@',
          '----------',
        ),
      )
      .map((parts) => parts.join(' ')),
    fc.string({ unit: fc.constantFrom('\ud83d', '\udc00', 'a', ':', '_', ' '), maxLength: 300 }),
  );

  it('never throws, stays between 0 and 1, and quotes only what is there', () => {
    fc.assert(
      fc.property(
        text,
        text,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 400 }),
        (title, description, guests, everyDays) => {
          const spotted = spot(series(title, { description, guests, everyDays }), [KNOWN]);
          expect(spotted.score).toBeGreaterThanOrEqual(0);
          expect(spotted.score).toBeLessThanOrEqual(1);
          for (const reason of spotted.reasons) if ('word' in reason) expect(reason.word).not.toBe('');
          if (spotted.verdict !== 'no') expect(spotted.reasons.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it.each([
    ['nothing', ''],
    ['a space', ' '],
    ['half a character', '\ud800'],
    ['an invisible character', '\u200b'],
    ['emoji only', '🌙'.repeat(50)],
    ['one very long word', 'a'.repeat(10_000)],
    ['very many words', 'circle '.repeat(2_000)],
  ])('has an answer for a title of %s', (_, title) => {
    expect(['circle', 'maybe', 'no']).toContain(spot(series(title), []).verdict);
  });

  it('gives the same answer again, and does not change the series', () => {
    const one = Object.freeze(series('Mentoringkreis'));
    expect(spot(one, [])).toEqual(spot(one, []));
  });
});
