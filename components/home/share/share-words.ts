import { type MessageKey, t } from '@/lib/platform/i18n';
import type { NoAnswer } from '@/lib/share/invite/by-hand';
import type { NoInvitation } from '@/lib/share/invite/invitation';
import type { Refusal } from '@/lib/share/invite/said';

const REFUSED = {
  expired: { title: 'share_refused_expired', todo: 'share_refused_again' },
  used: { title: 'share_refused_used', todo: 'share_refused_used_todo' },
  taken: { title: 'share_refused_taken', todo: 'share_refused_used_todo' },
  different: { title: 'share_refused_different', todo: 'share_refused_different_todo' },
  cancelled: { title: 'share_refused_cancelled', todo: 'share_refused_again' },
  tooLate: { title: 'share_refused_tooLate', todo: 'share_refused_again' },
  unreadable: { title: 'share_refused_unreadable', todo: 'share_refused_again' },
} as const satisfies Record<Refusal | 'unreadable', { title: MessageKey; todo: MessageKey }>;

/** Why somebody was not let in, and what to do. */
export const refusalWords = (why: Refusal | 'unreadable'): { title: string; todo: string } => ({
  title: t(REFUSED[why].title),
  todo: t(REFUSED[why].todo),
});

const NO_INVITATION = {
  none: 'share_join_none',
  cut: 'share_join_cut',
  damaged: 'share_join_damaged',
  newer: 'share_join_newer',
} as const satisfies Record<NoInvitation, MessageKey>;

/** Why a pasted text is no invitation. */
export const noInvitationWords = (reason: NoInvitation): string => t(NO_INVITATION[reason]);

const NO_ANSWER_KEYS = {
  none: 'hand_none',
  cut: 'hand_cut',
  damaged: 'hand_damaged',
  newer: 'hand_newer',
  other: 'hand_other',
  own: 'hand_own',
} as const satisfies Record<NoAnswer, MessageKey>;

/** Why a pasted text is no answer of the other side. */
export const noAnswerWords = (reason: NoAnswer): string => t(NO_ANSWER_KEYS[reason]);
