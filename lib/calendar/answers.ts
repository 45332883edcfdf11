import type { Occurrence, Series } from './event.ts';

/** Whether I said no to a date: by my own answer to it where there is one, otherwise by that to the series. */
export const isDeclinedBy = (
  series: Pick<Series, 'myResponse'>,
  date: Pick<Occurrence, 'myResponse'>,
): boolean => (date.myResponse === undefined ? series.myResponse : date.myResponse) === 'declined';
