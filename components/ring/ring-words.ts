import { t } from '@/lib/platform/i18n';
import { listFormat } from '@/lib/platform/intl';
import { clockText } from './clock-text.ts';
import type { RingCentre, RingSeat } from './Ring.tsx';

/** The ring in one sentence, for those who do not see it. Seconds are left to the timer: this changes with the state. */
export function ringSentence(seats: readonly RingSeat[]): string {
  const waiting = seats.filter((seat) => seat.state === 'waiting' && seat.usedMs === 0);
  const shares = new Set(waiting.map((seat) => clockText(seat.shareMs, 'left')));
  // A dozen times the same words would be a long way to the clock.
  const together = waiting.length > 1 && shares.size === 1 ? waiting : [];
  const each = seats.filter((seat) => !together.includes(seat)).map(seatWords);
  const names = listFormat().format(together.map((seat) => seat.name));
  const [share = ''] = shares;
  const rest = together.length > 0 ? [t('ring_seats_waiting', { names, share })] : [];
  return t('ring_label', { seats: [...each, ...rest].join('; ') });
}

function seatWords(seat: RingSeat): string {
  const params = { name: seat.name, used: clockText(seat.usedMs), share: clockText(seat.shareMs, 'left') };
  if (seat.usedOnly && seat.state === 'done') return t('ring_seat_used', params);
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
