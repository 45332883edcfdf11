import { locale } from '@/lib/platform/i18n';

/** A day and time as people write it, in their language and zone. @param at UTC ms. */
export const momentText = (at: number): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
