import fc from 'fast-check';
import type { CalendarClient } from '../../lib/calendar/sync/provider.ts';
import type { CalendarService, Entry } from '../builders/calendar-service.ts';

export const DAY = 86_400_000;
/** When the courses begin, UTC ms. */
export const START = Date.UTC(2026, 10, 5, 17);

/** What happens to a calendar, or to us. `id`: which of those that it can be done to. */
export type Step =
  | { do: 'add'; id: number; day: number; everyDays: number; count: number }
  | { do: 'title'; id: number; title: number }
  | { do: 'move'; id: number; day: number }
  | { do: 'cancel-date' | 'move-date'; id: number; date: number }
  | { do: 'split'; id: number; date: number }
  | { do: 'delete' | 'revive' | 'once'; id: number }
  | { do: 'twin'; id: number; of: number; day: number }
  | { do: 'forget-tokens' }
  | { do: 'pass'; days: number }
  /** `at`: at which request or transaction of the run something happens, and what. */
  | { do: 'sync'; at: number; trouble: Trouble };

export type Trouble = 'none' | 'busy' | 'offline' | 'expired' | 'server' | 'gone' | 'edit' | 'twice' | Kill;
type Kill = 'killed-asking' | 'killed-before' | 'killed-inside' | 'killed-after';

const id = fc.nat(9);
export const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('add' as const),
    id,
    day: fc.integer({ min: -100, max: 500 }),
    everyDays: fc.constantFrom(0, 1, 7, 14, 30),
    count: fc.integer({ min: 1, max: 20 }),
  }),
  fc.record({ do: fc.constant('title' as const), id, title: fc.nat(3) }),
  fc.record({ do: fc.constant('move' as const), id, day: fc.integer({ min: -100, max: 500 }) }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('cancel-date' as const, 'move-date' as const),
      id,
      date: fc.nat(19),
    }),
  },
  fc.record({ do: fc.constant('split' as const), id, date: fc.nat(19) }),
  fc.record({ do: fc.constantFrom('delete' as const, 'revive' as const), id }),
  fc.record({ do: fc.constant('once' as const), id }),
  fc.record({ do: fc.constant('twin' as const), id, of: id, day: fc.integer({ min: -100, max: 500 }) }),
  fc.constant({ do: 'forget-tokens' as const }),
  fc.record({ do: fc.constant('pass' as const), days: fc.integer({ min: 0, max: 120 }) }),
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('sync' as const),
      at: fc.nat(5),
      trouble: fc.constantFrom<Trouble>(
        ...([
          'none',
          'none',
          'busy',
          'offline',
          'expired',
          'server',
          'gone',
          'edit',
          'twice',
          'twice',
        ] as const),
        ...(['killed-asking', 'killed-before', 'killed-inside', 'killed-after'] as const),
      ),
    }),
  },
);

/** Does a step at the service. */
export function edit(
  service: CalendarService,
  step: Exclude<Step, { do: 'pass' | 'sync' }>,
  dates: CalendarClient['dates'],
): void {
  if (step.do === 'forget-tokens') {
    service.oldestToken = ++service.version;
    return;
  }
  if (step.do === 'add') {
    const name = `e${step.id}`;
    if (service.entries.has(name)) return;
    const { everyDays, count } = step;
    const start = START + step.day * DAY;
    service.add({ id: name, uid: `${name}@google.com`, title: name, start, everyDays, count });
    return;
  }
  if (step.do === 'twin') {
    // The same meeting under another id, as an invitation to a single date of it is.
    const twin = `t${step.id}`;
    if (service.entries.has(twin)) return;
    const start = START + step.day * DAY + 1_800_000;
    service.add({ id: twin, uid: `e${step.of}@google.com`, title: twin, start, everyDays: 0, count: 1 });
    return;
  }
  const entry = chosen(service, step);
  if (!entry) return;
  const name = entry.id;
  const date = 'date' in step ? service.datesOf(entry)[step.date] : undefined;
  switch (step.do) {
    case 'title':
      service.change(name, (one) => {
        one.title = `title ${step.title}`;
      });
      break;
    case 'move': {
      const start = START + step.day * DAY;
      if (liesOverAnother(service, entry, start)) return;
      service.change(name, (one) => {
        one.start = start;
        service.dropExceptions(one, Number.NEGATIVE_INFINITY);
      });
      break;
    }
    case 'cancel-date':
      if (date) service.cancelDate(name, date.originalStart);
      break;
    case 'move-date':
      if (date)
        service.change(name, (one) => {
          const { originalStart } = date;
          const start = originalStart + 3 * 3_600_000;
          one.exceptions.set(originalStart, { cancelled: false, start, version: one.version });
        });
      break;
    case 'split': {
      const later = `${name.replace(/_R.*/, '')}_R${new Date(date?.originalStart ?? 0).toISOString().slice(0, 19).replace(/[-:]/g, '')}`;
      if (!date || step.date === 0 || service.entries.has(later)) return;
      const { everyDays, title } = entry;
      const uid = dates === 'by-rule' ? `${later}@google.com` : `${later}@elsewhere`;
      const count = entry.count - step.date;
      service.change(name, (one) => {
        one.count = step.date;
        service.dropExceptions(one, date.originalStart);
      });
      service.add({ id: later, uid, title, start: date.originalStart, everyDays, count });
      break;
    }
    case 'delete':
      service.change(name, (one) => {
        one.gone = true;
      });
      break;
    case 'once':
      service.change(name, (one) => {
        one.everyDays = 0;
        one.exceptions.clear();
      });
      break;
    case 'revive':
      entry.gone = false;
      service.change(name, (one) => service.dropExceptions(one, Number.NEGATIVE_INFINITY));
      break;
    default:
      step satisfies never;
  }
}

const seriesOf = ({ id }: Entry): string => id.replace(/_R.*/, '');

/** Whether parts of one series would have two dates of one name: which of them holds nobody could say. */
function liesOverAnother(service: CalendarService, entry: Entry, start: number): boolean {
  const parts = [...service.entries.values()].filter(
    (one) => one !== entry && seriesOf(one) === seriesOf(entry),
  );
  const taken = new Set(parts.flatMap((one) => service.datesOf(one)).map((date) => date.originalStart));
  return service.datesOf({ ...entry, start }).some((date) => taken.has(date.originalStart));
}

/** What a step is done to, where there is anything of the kind: most names by chance would be nobody's. */
function chosen(
  service: CalendarService,
  step: Exclude<Step, { do: 'pass' | 'sync' | 'forget-tokens' | 'add' | 'twin' }>,
): Entry | undefined {
  const all = [...service.entries.values()];
  const fit = all.filter((one) => {
    switch (step.do) {
      case 'revive':
        return one.gone;
      case 'title':
      case 'move':
      case 'delete':
        return !one.gone;
      case 'split':
      case 'cancel-date':
      case 'move-date':
        return !one.gone && one.everyDays > 0;
      case 'once':
        // With dates that stand by themselves, which have to go with the series.
        return !one.gone && one.everyDays > 0 && one.exceptions.size > 0;
      default:
        return step satisfies never;
    }
  });
  return fit[step.id % fit.length];
}
