import { describe, expect, it } from 'vitest';
import { proposeFormat } from './propose.ts';

describe('proposeFormat', () => {
  it.each([
    // title, every days, minutes, people → format, minutes
    ['Peer mentoring circle', 14, 90, 6, 'pmc', 90],
    ['PMC', 14, 60, 5, 'pmc', 60],
    ['Thursday', 7, 75, 7, 'pmc', 75],
    ['Circle', 30, 0, 6, 'pmc', 90],
    ['Every Other Thursday', 14, 150, 7, 'every-other-thursday', 150],
    ['Jeden zweiten Donnerstag', 14, 0, 7, 'every-other-thursday', 150],
    ["Women's circle", 21, 120, 8, 'three-weekly', 120],
    ['Circle', 21, 90, 6, 'three-weekly', 90],
    ['Mentoring cohort', 91, 360, 12, 'c-change', 360],
    ['C-Change cohort day Q2', 91, 240, 10, 'c-change', 240],
    ['Quarterly circle', 91, 90, 8, 'pmc', 90],
    ['Action Learning Set 3', 28, 120, 6, 'action-learning-set', 120],
    ['Groupe de codéveloppement', 28, 150, 6, 'action-learning-set', 150],
    ['Kollegiale Beratung', 28, 120, 6, 'action-learning-set', 120],
    ['Troika', 14, 45, 3, 'troika', 45],
    ['Wise crowds', 14, 0, 5, 'wise-crowds', 90],
    ['Women’s circle', 21, 0, 8, 'three-weekly', 150],
    ['Circle', 14, 45, 3, 'troika', 45],
    ['Circle', 14, 90, 3, 'pmc', 90],
    ['Accountability', 7, 30, 2, 'dyad', 30],
    ['Accountability buddies', 7, 30, 2, 'dyad', 30],
    ['Writing accountability group', 7, 60, 5, 'writing-group', 60],
    ['WAG', 7, 60, 5, 'writing-group', 60],
    ['Schreibgruppe', 7, 60, 5, 'writing-group', 60],
    ['Grupo de escrita', 7, 90, 5, 'writing-group', 90],
    ['Speed peer mentoring', 0, 60, 20, 'speed', 60],
    ['Peer mentoring', 0, 60, 30, 'speed', 60],
    ['Peer mentoring circle', 14, 1440, 6, 'pmc', 90],
    ['', 0, 0, 6, 'pmc', 90],
  ] as const)(
    '%s, every %i days, %i min, %i people: %s, %i min',
    (title, everyDays, lengthMin, people, formatId, minutes) => {
      expect(proposeFormat({ title, everyDays, lengthMin, people })).toEqual({
        formatId,
        lengthMin: minutes,
      });
    },
  );
});
