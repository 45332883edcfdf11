import type { MessageKey } from '@/lib/platform/i18n';
import type { IconName } from '../ui/Icon.tsx';
import type { Tone } from '../ui/RadioGroup.tsx';

/** The outcomes a member can choose, in the order they are offered. */
export const OUTCOMES = ['kept', 'partly', 'notYet', 'released', 'renegotiated'] as const;

export type OutcomeChoice = (typeof OUTCOMES)[number];

/** What a contract can show: an outcome, still open, or asked about and not answered. */
export type ContractState = OutcomeChoice | 'open' | 'notReported';

export interface OutcomeLook {
  readonly key: MessageKey;
  readonly icon: IconName;
  readonly tone: Tone;
}

/** Symbol, word and tone of every state: one shape each, and no shape or colour that blames. */
export const OUTCOME_LOOKS: Readonly<Record<ContractState, OutcomeLook>> = {
  kept: { key: 'card_kept', icon: 'check', tone: 'kept' },
  partly: { key: 'card_partly', icon: 'half', tone: 'partly' },
  notYet: { key: 'card_notYet', icon: 'clock', tone: 'neutral' },
  released: { key: 'card_released', icon: 'circle-dashed', tone: 'neutral' },
  renegotiated: { key: 'card_renegotiated', icon: 'arrow', tone: 'accent' },
  open: { key: 'card_open', icon: 'circle', tone: 'neutral' },
  notReported: { key: 'card_notReported', icon: 'note', tone: 'neutral' },
};
