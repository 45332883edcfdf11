import { t } from '@/lib/platform/i18n';
import type { Purpose } from '@/lib/share/invite/invitation';

/** What the steps of an invitation say. */
export interface InviteWords {
  readonly title: string;
  readonly lead: string;
  readonly until: (when: string) => string;
  readonly waiting: string;
  readonly code: string;
  readonly lettingIn: string;
  readonly done: string;
  readonly doneTodo: string;
  readonly kept: string;
  readonly disputed: string;
  readonly disputedTodo: string;
  readonly handLead: string;
  readonly handFirst: string;
  readonly handAnswer: string;
  readonly handSecond: string;
  readonly handLast: string;
  readonly handAfter: string;
}

/** The words for letting a member into a circle, or a device in among one's own. */
export function inviteWords(purpose: Purpose, name: string): InviteWords {
  switch (purpose) {
    case 'circle':
      return {
        title: t('share_invite_title', { name }),
        lead: t('share_invite_lead', { name }),
        until: (when) => t('share_invite_until', { name, when }),
        waiting: t('share_invite_waiting', { name }),
        code: t('share_code_steward', { name }),
        lettingIn: t('share_letting_in', { name }),
        done: t('share_let_in', { name }),
        doneTodo: t('share_let_in_todo'),
        kept: t('share_invite_kept'),
        disputed: t('share_disputed', { name }),
        disputedTodo: t('share_disputed_todo', { name }),
        handLead: t('hand_lead', { name }),
        handFirst: t('hand_first', { name }),
        handAnswer: t('hand_answer', { name }),
        handSecond: t('hand_second', { name }),
        handLast: t('hand_last', { name }),
        handAfter: t('hand_after', { name }),
      };
    case 'device':
      return {
        title: t('dev_invite_title'),
        lead: t('dev_invite_lead'),
        until: (when) => t('dev_invite_until', { when }),
        waiting: t('dev_invite_waiting'),
        code: t('dev_code_here'),
        lettingIn: t('dev_letting_in'),
        done: t('dev_let_in'),
        doneTodo: t('dev_let_in_todo'),
        kept: t('dev_invite_kept'),
        disputed: t('dev_disputed'),
        disputedTodo: t('dev_disputed_todo'),
        handLead: t('dev_hand_lead'),
        handFirst: t('dev_hand_first'),
        handAnswer: t('dev_hand_answer'),
        handSecond: t('dev_hand_second'),
        handLast: t('dev_hand_last'),
        handAfter: t('dev_hand_after'),
      };
    default:
      return purpose satisfies never;
  }
}
