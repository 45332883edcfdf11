import { createCircle } from '../../lib/circle/commands.ts';
import type { Fact } from '../../lib/fact/fact.ts';
import { formatOf } from '../../lib/meeting/format.ts';
import { device } from './logs.ts';

export const FORMAT_CIRCLE = 'format-circle';
const NAMES = ['Asha Sen', 'Bea Ortiz', 'Chen Wu', 'Dana Levi', 'Emeka Kalu', 'Fatima Noor', 'Gil Stern'];

/** A circle of `n` that meets by a format and has not met yet; the third is me. @param now UTC ms. */
export function formatCircle(formatId: string, n: number, now: number): Fact[] {
  const { facts, write } = device('rig');
  const { everyDays, lengthMin } = formatOf(formatId);
  const members = NAMES.slice(0, n).map((name, i) => ({
    id: `m-${name.split(' ')[0]?.toLowerCase()}`,
    name,
    email: `${i}@example.edu`,
    guide: null,
    isMe: i === Math.min(2, n - 1),
  }));
  const circle = { id: FORMAT_CIRCLE, name: 'Tuesday set', formatId, everyDays, lengthMin };
  const on = new Date(now).toISOString().slice(0, 10);
  write(createCircle({ ...circle, agreement: ['confidentiality'], links: [], members }, now, on), now);
  return facts;
}
