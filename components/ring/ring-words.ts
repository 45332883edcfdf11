import { t } from '@/lib/platform/i18n';
import { clockText } from './clock-text.ts';
import type { RingCentre, RingSeat } from './Ring.tsx';

/** The ring in one sentence, for those who do not see it. Seconds are left to the timer: this changes with the state. */
export function ringSentence(seats: readonly RingSeat[]): string {
  return t('ring_label', { seats: seats.map(seatWords).join('; ') });
}

function seatWords(seat: RingSeat): string {
  const params = { name: seat.name, used: clockText(seat.usedMs), share: clockText(seat.shareMs, 'left') };
  switch (seat.state) {
    case 'away':
      return t('ring_seat_away', params);
    case 'passed':
      return t('ring_seat_passed', params);
    case 'waiting':
      return t(seat.usedMs > 0 ? 'ring_seat_spoken' : 'ring_seat_waiting', params);
    case 'now':
      return withOver(t('ring_seat_now', params), seat);
    case 'done':
      return withOver(t('ring_seat_done', params), seat);
    default:
      return seat.state satisfies never;
  }
}

function withOver(words: string, seat: RingSeat): string {
  const over = seat.usedMs - seat.shareMs;
  return over >= 1000 ? t('ring_seat_over', { seat: words, over: clockText(over) }) : words;
}

/** The small line under the clock: what colour says, in words. */
export function centreWords(centre: RingCentre): string {
  if (centre.paused) return t('ring_paused');
  if (centre.over) return t('ring_over', { over: clockText(-centre.remainingMs) });
  if (centre.soon) return t('ring_soon');
  return t('ring_of', { total: clockText(centre.totalMs, 'left') });
}
