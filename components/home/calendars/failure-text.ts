import { LIMITS } from '@/lib/calendar/ics/limits';
import { type MessageKey, t } from '@/lib/platform/i18n';
import type { SourceFailure } from '@/lib/store/sources';
import { bytesText } from '../bytes-text.ts';

/** What is said about a calendar that could not be read: what happened, and what to do. */
export interface FailureText {
  title: string;
  todo: string;
}

/** Everything that can go wrong, as the page sees it. */
export type Failure = Exclude<SourceFailure, 'removed'> | 'failed';

const TEXTS = {
  'not-a-calendar': { title: 'cal_fail_foreign', todo: 'cal_fail_foreign_todo' },
  packed: { title: 'cal_fail_packed', todo: 'cal_fail_packed_todo' },
  empty: { title: 'cal_fail_empty', todo: 'cal_fail_empty_todo' },
  'too-big': { title: 'cal_fail_big', todo: 'cal_fail_big_todo' },
  full: { title: 'data_full', todo: 'data_full_todo' },
  'not-allowed': { title: 'cal_fail_allowed', todo: 'cal_fail_allowed_todo' },
  offline: { title: 'cal_fail_offline', todo: 'cal_fail_offline_todo' },
  timeout: { title: 'cal_fail_timeout', todo: 'cal_fail_later_todo' },
  unauthorized: { title: 'cal_fail_unauthorized', todo: 'cal_fail_unauthorized_todo' },
  forbidden: { title: 'cal_fail_forbidden', todo: 'cal_fail_address_todo' },
  missing: { title: 'cal_fail_missing', todo: 'cal_fail_address_todo' },
  server: { title: 'cal_fail_server', todo: 'cal_fail_later_todo' },
  redirected: { title: 'cal_fail_redirected', todo: 'cal_fail_redirected_todo' },
  failed: { title: 'cal_fail_bug', todo: 'cal_fail_bug_todo' },
} as const satisfies Record<Failure, { title: MessageKey; todo: MessageKey }>;

/** @param name the file's name, or the feed's host. */
export function failureText(reason: Failure, name: string, kind: 'file' | 'feed'): FailureText {
  const { title, todo } = TEXTS[reason];
  const limit = bytesText(kind === 'file' ? LIMITS.fileBytes : LIMITS.feedBytes);
  const feedNotCalendar = kind === 'feed' && reason === 'not-a-calendar';
  return {
    title: t(title, { name }),
    todo: t(feedNotCalendar ? 'cal_fail_address_todo' : todo, { name, limit }),
  };
}

/** A stored error as a failure; what an older or newer version stored is a failure all the same. */
export const toFailure = (stored: string): Failure =>
  Object.hasOwn(TEXTS, stored) ? (stored as Failure) : 'failed';
