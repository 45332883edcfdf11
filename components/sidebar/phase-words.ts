import type { Format, Phase, PhaseKind } from '@/lib/meeting/format';
import type { Step } from '@/lib/meeting/plan';
import { locale, type MessageKey, t, tn } from '@/lib/platform/i18n';

const NAMES: Readonly<Record<PhaseKind, MessageKey>> = {
  arrive: 'phase_arrive',
  roles: 'phase_roles',
  reports: 'phase_reports',
  work: 'phase_work',
  contracts: 'phase_contracts',
  close: 'phase_close',
  talk: 'phase_talk',
  break: 'phase_break',
};

const PROMPTS: Readonly<Partial<Record<PhaseKind, MessageKey>>> = {
  arrive: 'prompt_arrive',
  roles: 'prompt_roles',
  reports: 'prompt_reports',
  work: 'prompt_work',
  contracts: 'prompt_contracts',
  close: 'prompt_close',
};

const isKnown = (kind: string): kind is PhaseKind => Object.hasOwn(NAMES, kind);

/** A kind of a later version is at least talked in. */
const nameKey = (kind: string): MessageKey => (isKnown(kind) ? NAMES[kind] : 'phase_talk');

/** A phase's name in the circle's words or ours. */
export const phaseName = (phase: Pick<Phase, 'kind' | 'title'>): string =>
  phase.title ?? t(nameKey(phase.kind));

/** The question of a phase, for whoever runs the meeting. */
export const phasePrompt = (kind: string): string | null => {
  const key = isKnown(kind) ? PROMPTS[kind] : undefined;
  return key ? t(key) : null;
};

/** What the clock is for: "Chen’s turn", "Dana reports", "Arriving". */
export function stepLabel(step: Step, format: Format, name: string | null): string {
  const phase = format.phases.find((one) => one.id === step.phase);
  if (name === null) return phase ? phaseName(phase) : t(nameKey(step.kind));
  switch (step.kind) {
    case 'work':
      return t('sidebar_turn_of', { name });
    case 'reports':
      return t('sidebar_reports_of', { name });
    case 'contracts':
      return t('sidebar_contract_of', { name });
    default:
      return `${phase ? phaseName(phase) : ''} · ${name}`;
  }
}

/** Minutes and, where there are any, seconds: "12 min", "4:50 min". */
export function minutesText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const min = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (rest === 0) return t('sidebar_min', { minutes: new Intl.NumberFormat(locale()).format(min) });
  return t('sidebar_min', { minutes: `${min}:${String(rest).padStart(2, '0')}` });
}

/** "6 × 9:50 min" for a phase that has a step a member, "5 min" for one that has not. */
export function phaseMinutes(steps: readonly Step[]): string {
  const first = steps[0];
  if (!first) return minutesText(0);
  if (steps.length === 1 && first.member === null) return minutesText(first.ms);
  // An odd ms here and there is no difference to anybody.
  const equal = steps.every((step) => Math.abs(step.ms - first.ms) < 1000);
  if (equal) return t('sidebar_times', { count: steps.length, each: minutesText(first.ms) });
  return t('sidebar_in_all', {
    count: tn('sidebar_turns', steps.length),
    all: minutesText(steps.reduce((sum, step) => sum + step.ms, 0)),
  });
}
