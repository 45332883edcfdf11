import { createCircle } from '../../lib/circle/commands.ts';
import type { Fact } from '../../lib/fact/fact.ts';
import { device } from './logs.ts';

export const NINE = 'nine';
export const NINE_NAMES = [
  'Asha Sen',
  'Bea Ortiz',
  'Chen Wu',
  'Dana Levi',
  'Emeka Kalu',
  'Fatima Noor',
  'Gil Santos',
  'Hana Mori',
  'Ines Faure',
] as const;
/** `asha` → `m-asha`. */
export const memberId = (name: string): string => `m-${name.split(' ')[0]?.toLowerCase()}`;

/** A circle of nine that has just been made; Chen is me. */
export function circleOfNine(now: number): Fact[] {
  const { facts, write } = device('nine');
  const circle = {
    id: NINE,
    name: 'Circle of nine',
    formatId: 'pmc',
    everyDays: 14,
    lengthMin: 120,
    agreement: ['confidentiality'],
    links: [],
    members: NINE_NAMES.map((name) => ({
      id: memberId(name),
      name,
      email: '',
      guide: null,
      isMe: name === 'Chen Wu',
    })),
  };
  write(createCircle(circle, now, new Date(now).toISOString().slice(0, 10)), now);
  return facts;
}
