import type { RingSeat, SeatState } from '@/components/ring/Ring';
import { seatLooks } from '@/components/ring/seat-look';

const NAMES = [
  'Amira Said',
  'Bo Olsen',
  'Chen Wei',
  'Dana Levi',
  'Esra Kaya',
  'Fatou Ndiaye',
  'Grace Hill',
  'Hana Mori',
  'Ines Prado',
  'Jo Brandt',
  'Kavita Rao',
  '王小明',
];

export const people = [...seatLooks(NAMES.map((name, index) => ({ id: `m${index}`, name })))].map(
  ([id, look], index) => ({ id, name: NAMES[index] ?? '', ...look }),
);

/** The first `count` people round a ring; `states` and `used` (parts of the share) by seat. */
export function seatsOf(
  count: number,
  states: readonly SeatState[],
  used: readonly number[],
  shareMs = 590_000,
): readonly RingSeat[] {
  return people.slice(0, count).map((person, index) => ({
    ...person,
    shareMs,
    usedMs: (used[index] ?? 0) * shareMs,
    state: states[index] ?? 'waiting',
  }));
}
