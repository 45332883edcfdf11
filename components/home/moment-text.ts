import { dateFormat } from '@/lib/platform/intl';

/** A day and time as people write it, in their language and zone. @param at UTC ms. */
export const momentText = (at: number): string =>
  dateFormat({ dateStyle: 'medium', timeStyle: 'short' }).format(at);
