import { FOCUSES, type Focus, STAGES, type Stage } from '@/lib/goal/facts';
import type { Goal } from '@/lib/goal/goal';
import { type MessageKey, t } from '@/lib/platform/i18n';
import { dateWords } from '../circles/dates.ts';

const FOCUS_KEYS = {
  publications: 'goals_focus_publications',
  grants: 'goals_focus_grants',
  skill: 'goals_focus_skill',
  balance: 'goals_focus_balance',
} as const satisfies Record<Focus, MessageKey>;

const STAGE_KEYS = {
  early: 'goals_stage_early',
  middle: 'goals_stage_middle',
  late: 'goals_stage_late',
} as const satisfies Record<Stage, MessageKey>;

export const focusWord = (focus: Focus): string => t(FOCUS_KEYS[focus]);

/** What a goal may be about, to choose from; '' for nothing in particular. */
export const focusOptions = () => [
  { value: '' as const, label: t('goals_focus_none') },
  ...FOCUSES.map((focus) => ({ value: focus, label: t(FOCUS_KEYS[focus]) })),
];

export const stageOptions = () => STAGES.map((stage) => ({ value: stage, label: t(STAGE_KEYS[stage]) }));

/** A beginning one may press instead of facing an empty field. */
export interface Prompt {
  readonly key: MessageKey;
  readonly question: boolean;
}

const goal = (key: MessageKey): Prompt => ({ key, question: false });
const question = (key: MessageKey): Prompt => ({ key, question: true });

/** By career stage: what people at it are often about (domain.md §8, in our words). */
export const PROMPTS: Readonly<Record<Stage, readonly Prompt[]>> = {
  early: [
    goal('goals_prompt_ropes'),
    goal('goals_prompt_role'),
    goal('goals_prompt_home'),
    goal('goals_prompt_seen'),
    goal('goals_prompt_ready'),
  ],
  middle: [
    goal('goals_prompt_people'),
    goal('goals_prompt_stay_seen'),
    goal('goals_prompt_lead'),
    goal('goals_prompt_mentor'),
    goal('goals_prompt_again'),
  ],
  late: [
    goal('goals_prompt_current'),
    goal('goals_prompt_advise'),
    goal('goals_prompt_others'),
    goal('goals_prompt_after'),
  ],
};

/** Questions people bring, at whatever stage. */
export const QUESTIONS: readonly Prompt[] = [
  question('goals_ask_real'),
  question('goals_ask_next'),
  question('goals_ask_mentor'),
  question('goals_ask_learner'),
  question('goals_ask_idea'),
];

/** What stands under a goal: until when, what about, how it stands. @param now UTC ms. */
export function goalLineWords(one: Goal, now: number): string {
  const date = (day: string) => dateWords(Temporal.PlainDate.from(day), now);
  const state =
    one.state === 'open' || one.stateOn === null
      ? t('goals_until', { date: date(one.until) })
      : t(one.state === 'reached' ? 'goals_reached_on' : 'goals_aside_on', { date: date(one.stateOn) });
  return [one.question && t('goals_question'), state, one.focus && focusWord(one.focus)]
    .filter(Boolean)
    .join(' · ');
}
