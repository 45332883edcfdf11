import { t } from '@/lib/platform/i18n';
import { dateFormat } from '@/lib/platform/intl';
import type { SpeedEvent } from '@/lib/speed/event';
import type { DrawnRound } from '@/lib/speed/ledger';
import { MINUTE_MS, type SpeedStep, STEP_KINDS, type StepKind } from '@/lib/speed/timetable';

/** An event's name, or what to call it without one. */
export const eventTitle = (event: Pick<SpeedEvent, 'title'>): string => event.title || t('speed_untitled');

/** "4:20 PM", in the member's language and zone. @param at UTC ms. */
export const timeText = (at: number): string => dateFormat({ hour: 'numeric', minute: '2-digit' }).format(at);

/** "4:20 – 4:30 PM". */
export const spanText = (from: number, to: number): string =>
  dateFormat({ hour: 'numeric', minute: '2-digit' }).formatRange(from, to);

/** A part by name: "Round 2 of 5: first half". @param rounds how many there are. */
export function partName(step: Pick<SpeedStep, 'kind' | 'round'>, rounds: number): string {
  const at = { n: (step.round ?? 0) + 1, all: rounds };
  switch (step.kind) {
    case 'intro':
      return t('speed_part_intro');
    case 'prepare':
      return t('speed_part_prepare');
    case 'first':
      return t('speed_part_first', at);
    case 'second':
      return t('speed_part_second', at);
    case 'move':
      return at.n < at.all ? t('speed_part_move', { n: at.n + 1 }) : t('speed_part_back');
    case 'wrapUp':
      return t('speed_part_wrapUp');
    default:
      return step.kind satisfies never;
  }
}

/** What the host says or shows in a part, a sentence each. */
export function promptsOf(kind: StepKind): string[] {
  switch (kind) {
    case 'intro':
      return [t('speed_ask_intro_1'), t('speed_ask_intro_2'), t('speed_ask_intro_3')];
    case 'prepare':
      return [t('speed_ask_prepare_1'), t('speed_ask_prepare_2'), t('speed_ask_prepare_3')];
    case 'first':
      return [t('speed_ask_first_1'), t('speed_ask_first_2')];
    case 'second':
      return [t('speed_ask_second_1'), t('speed_ask_second_2')];
    case 'move':
      return [t('speed_ask_move_1')];
    case 'wrapUp':
      return [t('speed_ask_wrap_1'), t('speed_ask_wrap_2'), t('speed_ask_wrap_3'), t('speed_ask_wrap_4')];
    default:
      return kind satisfies never;
  }
}

/** Parts whose prompts are worth reading beforehand. */
export const PROMPTED: readonly StepKind[] = STEP_KINDS.filter((kind) => kind !== 'move');

/** Names of people in a group, whoever asks first in front. */
export const groupNames = (group: readonly string[], people: SpeedEvent['people']): string =>
  group.map((id) => people.find((one) => one.id === id)?.name ?? '?').join(' · ');

/** A round's rooms, a line each, as they are pasted into a chat. */
export function roomLines(round: DrawnRound, people: SpeedEvent['people']): string[] {
  const rooms = round.groups.map((group, index) =>
    t('speed_copy_room', { n: index + 1, names: groupNames(group, people) }),
  );
  const rest = round.rest.length > 0 ? [t('speed_copy_rest', { names: groupNames(round.rest, people) })] : [];
  return [...rooms, ...rest];
}

type Times = readonly { step: SpeedStep; at: number }[];

/** One round with its times and rooms. */
export function roundText(event: SpeedEvent, index: number, times: Times): string {
  const round = event.rounds[index];
  if (!round) return '';
  const of = (kind: StepKind) => times.find(({ step }) => step.kind === kind && step.round === index);
  const [first, second] = [of('first'), of('second')];
  const head =
    first && second
      ? t('speed_copy_round', {
          n: index + 1,
          span: spanText(first.at, second.at + second.step.ms),
          swap: timeText(second.at),
        })
      : t('speed_copy_round_bare', { n: index + 1 });
  return [head, ...roomLines(round, event.people)].join('\n');
}

/** The whole event for a chat or a mail: for those who see no clock of ours. */
export function eventText(event: SpeedEvent, times: Times, from = 0): string {
  const parts: string[] = [eventTitle(event)];
  for (const { step, at } of times) {
    if (step.kind === 'first' && step.round !== null && step.round >= from)
      parts.push(roundText(event, step.round, times));
    else if (step.round === null)
      parts.push(t('speed_copy_part', { time: timeText(at), part: partName(step, 0) }));
  }
  const last = times.at(-1);
  if (last)
    parts.push(t('speed_copy_part', { time: timeText(last.at + last.step.ms), part: t('speed_part_end') }));
  return parts.join('\n\n');
}

/** "3 min 20 s" of each of three in a round. @param halfMin minutes of one half. */
export function thirdText(halfMin: number): string {
  const seconds = Math.floor((2 * halfMin * MINUTE_MS) / 3000);
  return t('speed_third', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}
