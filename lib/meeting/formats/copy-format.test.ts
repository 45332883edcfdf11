import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { formatOf, formatOfMeeting, formatSchema, type Phase } from '../format.ts';
import { MINUTE_MS } from '../plan.ts';
import { FORMATS } from './all.ts';
import { checkFormat, previewFormat } from './check-format.ts';
import { copyFormat, freeId, tidyPhase, withPhases } from './copy-format.ts';

describe('a format made one’s own', () => {
  it.each(FORMATS.map((format) => [format.id, format] as const))('%s runs as it did', (_, format) => {
    const mine = copyFormat(format, 'mine', 'Mine');
    expect(v.parse(formatSchema, mine)).toEqual(mine);
    expect(checkFormat(mine)).toEqual([]);
    expect(mine).toMatchObject({ id: 'mine', name: 'Mine', basedOn: format.id });
    for (let n = 4; n <= 9; n += 1)
      expect(previewFormat(formatOfMeeting(mine, 1), n)).toEqual(
        previewFormat(formatOfMeeting(format, 1), n),
      );
    // Ours stays as it is, whatever becomes of the copy.
    mine.phases.pop();
    expect(format.phases).not.toEqual(mine.phases);
  });

  it('keeps where it comes from, also as a copy of a copy', () => {
    const copy = copyFormat(copyFormat(formatOf('dyad'), 'a', 'A'), 'b', 'B');
    expect(copy.basedOn).toBe('dyad');
  });

  it('changes one meeting of a row and leaves the others', () => {
    const year = copyFormat(formatOf('c-change'), 'y', 'Year');
    const short: Phase[] = [{ id: 'talk', kind: 'talk', perMember: false, minutes: 30 }];
    const third = withPhases(year, 2, short);
    expect(formatOfMeeting(third, 3).phases).toEqual(short);
    expect(formatOfMeeting(third, 2).phases).toEqual(formatOfMeeting(year, 2).phases);
    expect(withPhases(year, 0, short).phases).toEqual(short);
  });
});

describe('a phase that was changed', () => {
  const turn: Phase = { id: 'work', kind: 'work', perMember: true, minutes: 10 };
  it('takes as long as its parts', () => {
    const parts = [
      { id: 'a', minutes: 3 },
      { id: 'b', minutes: 4.5 },
    ];
    expect(tidyPhase({ ...turn, parts, inAll: true })).toEqual({ ...turn, parts, minutes: 7.5 });
    expect(tidyPhase({ ...turn, minutes: 'rest', parts })).toEqual({ ...turn, minutes: 'rest', parts });
  });

  it('forgets what only turns can have when nobody has a turn of their own', () => {
    const phase: Phase = { ...turn, perMember: false, seats: 2, order: 'random', inAll: true };
    expect(tidyPhase(phase)).toEqual({ id: 'work', kind: 'work', perMember: false, minutes: 10 });
  });

  it('gets an id that no other has', () => {
    expect(freeId([{ id: 'phase-1' }, { id: 'phase-3' }], 'phase')).toBe('phase-2');
  });
});

describe('what is wrong with a format', () => {
  const mine = copyFormat(formatOf('pmc'), 'm', 'Mine');
  it.each([
    [{ ...mine, name: '' }, 'noName'],
    [{ ...mine, lengthMin: 5 }, 'length'],
    [{ ...mine, people: { from: 8, to: 4 } }, 'people'],
    [{ ...mine, phases: [] }, 'noPhase'],
    [{ ...mine, phases: [{ id: 'a', kind: 'talk', perMember: false, minutes: 0 }] }, 'noMinutes'],
    [
      {
        ...mine,
        phases: [{ id: 'a', kind: 'talk', perMember: true, minutes: 2, parts: [{ id: 'b', minutes: 0 }] }],
      },
      'noMinutes',
    ],
    [
      {
        ...mine,
        phases: [
          {
            id: 'a',
            kind: 'talk',
            perMember: true,
            minutes: 2,
            parts: [
              { id: 'b', minutes: 1 },
              { id: 'b', minutes: 1 },
            ],
          },
        ],
      },
      'sameId',
    ],
    // 12 members with three phases of 9 parts each: more than a plan holds.
    [
      {
        ...mine,
        phases: ['a', 'b', 'c'].map((id) => ({
          id,
          kind: 'talk',
          perMember: true,
          minutes: 9,
          parts: Array.from({ length: 9 }, (_, i) => ({ id: `p${i}`, minutes: 1 })),
        })),
      },
      'tooManySteps',
    ],
  ])('is named', (format, kind) => {
    expect(checkFormat(format)).toMatchObject([{ kind }]);
  });

  it('shows in the preview when it does not fit', () => {
    const { overMs, totalMs } = previewFormat({ ...mine, lengthMin: 30 }, 8);
    expect(overMs).toBe(24 * MINUTE_MS);
    expect(totalMs).toBe(54 * MINUTE_MS);
  });
});
