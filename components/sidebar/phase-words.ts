import type { Format, Part, Phase, PhaseKind } from '@/lib/meeting/format';
import { FORMAT_WORDS, type FormatWord } from '@/lib/meeting/formats/words';
import type { Step } from '@/lib/meeting/plan';
import { turnId, turnLengths } from '@/lib/meeting/turns';
import { type MessageKey, t, tn } from '@/lib/platform/i18n';
import { numberFormat } from '@/lib/platform/intl';

const NAMES: Readonly<Record<PhaseKind, MessageKey>> = {
  arrive: 'phase_arrive',
  roles: 'phase_roles',
  reports: 'phase_reports',
  work: 'phase_work',
  contracts: 'phase_contracts',
  close: 'phase_close',
  talk: 'phase_talk',
  break: 'phase_break',
  write: 'phase_write',
};

const PROMPTS: Readonly<Record<PhaseKind, MessageKey>> = {
  arrive: 'prompt_arrive',
  roles: 'prompt_roles',
  reports: 'prompt_reports',
  work: 'prompt_work',
  contracts: 'prompt_contracts',
  close: 'prompt_close',
  talk: 'prompt_talk',
  break: 'prompt_break',
  write: 'prompt_write',
};

const isKnown = (kind: string): kind is PhaseKind => Object.hasOwn(NAMES, kind);

/** A kind of a later version is at least talked in. */
const nameKey = (kind: string): MessageKey => (isKnown(kind) ? NAMES[kind] : 'phase_talk');

/** A word of a later version is passed over. */
const wordOf = (words: string | undefined): FormatWord | undefined =>
  FORMAT_WORDS.find((one) => one === words);

type Day = 'day1' | 'day2' | 'day3' | 'day4';
const isDay = (word: FormatWord): word is Day => /^day\d$/.test(word);

/** A phase's name in the circle's words or ours. */
export function phaseName(phase: Pick<Phase, 'kind' | 'title' | 'words'>): string {
  if (phase.title) return phase.title;
  const word = wordOf(phase.words);
  return t(word ? `word_${word}` : nameKey(phase.kind));
}

/** The name of a part of a turn, or of a session, in the circle's words or ours. */
export function partName(part: Pick<Part, 'title' | 'words'>): string {
  const word = wordOf(part.words);
  return part.title || (word ? t(`word_${word}`) : t('phase_talk'));
}

const questionOf = (one: { prompt?: string | undefined; words?: string | undefined }): string | null => {
  const word = wordOf(one.words);
  return one.prompt || (word && !isDay(word) ? t(`word_${word}_ask`) : null);
};

/** The question of a phase or of its part, for whoever runs the meeting: the circle's own, or ours. */
export function phasePrompt(
  phase: Pick<Phase, 'kind' | 'prompt' | 'words'>,
  part?: Pick<Part, 'prompt' | 'words'>,
): string {
  const kind = t(isKnown(phase.kind) ? PROMPTS[phase.kind] : 'prompt_talk');
  return (part && questionOf(part)) ?? questionOf(phase) ?? kind;
}

/** The phase of a step and, where it is one, the part. */
export function placeOf(step: Step, format: Format): { phase: Phase | undefined; part: Part | undefined } {
  const phase = format.phases.find((one) => one.id === step.phase);
  return { phase, part: phase?.parts?.find((one) => one.id === step.part) };
}

/** The question of a step. */
export function stepPrompt(step: Step, format: Format): string {
  const { phase, part } = placeOf(step, format);
  return phasePrompt(phase ?? { kind: step.kind }, part);
}

/** Whose turn a step is: a member by that name, or a round of groups. */
const whose = (step: Step, name: string | null): string | null => {
  const round = /:round-(\d+)(?::|$)/.exec(step.groups ? step.id : '')?.[1];
  return round ? t('sidebar_round', { n: Number(round) }) : name;
};

/** What the clock is for: "Chen’s turn", "Dana reports", "Arriving", "Clarify · Asha". */
export function stepLabel(step: Step, format: Format, name: string | null): string {
  const { phase, part } = placeOf(step, format);
  const who = whose(step, name);
  const what = part ? partName(part) : phase ? phaseName(phase) : t(nameKey(step.kind));
  if (who === null) return what;
  if (part || step.groups || phase?.title || wordOf(phase?.words))
    return t('sidebar_part_of', { part: what, name: who });
  switch (step.kind) {
    case 'work':
      return t('sidebar_turn_of', { name: who });
    case 'reports':
      return t('sidebar_reports_of', { name: who });
    case 'contracts':
      return t('sidebar_contract_of', { name: who });
    default:
      return t('sidebar_part_of', { part: what, name: who });
  }
}

/** What comes next, as short as it can be said: the part within a turn, who within a phase, else the phase (and who). */
export function nextLabel(next: Step, now: Step, format: Format, name: string | null): string {
  const { phase, part } = placeOf(next, format);
  if (part && turnId(next) === turnId(now)) return partName(part);
  const who = whose(next, name) ?? '';
  const what = phase ? phaseName(phase) : '';
  // The first turn of a phase is named by the phase: one leaves something behind.
  if (next.phase === now.phase) return who || what;
  return who ? `${what}, ${who}` : what;
}

/** Minutes and, where there are any, seconds: "12 min", "4:50 min". */
export function minutesText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const min = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (rest === 0) return t('sidebar_min', { minutes: numberFormat().format(min) });
  return t('sidebar_min', { minutes: `${min}:${String(rest).padStart(2, '0')}` });
}

/** "6 × 9:50 min" for a phase that has a turn a member, "5 min" for one that has not. */
export function phaseMinutes(steps: readonly Step[]): string {
  const turns = turnLengths(steps);
  const first = turns[0];
  if (first === undefined) return minutesText(0);
  if (turns.length === 1 && steps[0]?.member === null && !steps[0].groups) return minutesText(first);
  // An odd ms here and there is no difference to anybody.
  const equal = turns.every((ms) => Math.abs(ms - first) < 1000);
  if (equal) return t('sidebar_times', { count: turns.length, each: minutesText(first) });
  return t('sidebar_in_all', {
    count: tn('sidebar_turns', turns.length),
    all: minutesText(turns.reduce((sum, ms) => sum + ms, 0)),
  });
}
