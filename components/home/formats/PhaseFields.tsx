import { phaseName, phasePrompt } from '@/components/sidebar/phase-words';
import { NumberField } from '@/components/ui/NumberField';
import { Select } from '@/components/ui/Select';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import { PHASE_KINDS, type Phase } from '@/lib/meeting/format';
import { type MessageKey, t } from '@/lib/platform/i18n';
import { PartsFields } from './PartsFields.tsx';

export interface PhaseFieldsProps {
  readonly phase: Phase;
  /** Whether another phase takes the rest of the meeting. */
  readonly restTaken: boolean;
  readonly onChange: (phase: Phase, what: string) => void;
}

const WHO = ['together', 'each', 'some', 'groups'] as const;
type Who = (typeof WHO)[number];
const WHO_WORDS: Readonly<Record<Who, MessageKey>> = {
  together: 'formats_who_together',
  each: 'formats_who_each',
  some: 'formats_who_some',
  groups: 'formats_who_groups',
};

const whoOf = ({ perMember, seats, groupsOf }: Phase): Who =>
  !perMember ? 'together' : groupsOf !== undefined ? 'groups' : seats !== undefined ? 'some' : 'each';

/** The phase with its turns given out another way. */
function withWho(phase: Phase, who: Who): Phase {
  const { seats, groupsOf, ...rest } = phase;
  switch (who) {
    case 'together':
      return { ...rest, perMember: false };
    case 'each':
      return { ...rest, perMember: true };
    case 'some':
      return { ...rest, perMember: true, seats: seats ?? 2 };
    case 'groups':
      return { ...rest, perMember: true, groupsOf: groupsOf ?? 3 };
    default:
      return who satisfies never;
  }
}

type Length = 'each' | 'all' | 'rest';
const lengthOf = ({ minutes, perMember, inAll }: Phase): Length =>
  minutes === 'rest' ? 'rest' : perMember && !inAll ? 'each' : 'all';

function withLength(phase: Phase, length: Length): Phase {
  const { inAll: _, ...rest } = phase;
  if (length === 'rest') return { ...rest, minutes: 'rest' };
  const minutes = phase.minutes === 'rest' ? 10 : phase.minutes;
  return { ...rest, minutes, ...(length === 'all' && phase.perMember ? { inAll: true } : {}) };
}

/** One phase: its words, who has a turn in it, and for how long. */
export function PhaseFields({ phase, restTaken, onChange }: PhaseFieldsProps) {
  const who = whoOf(phase);
  const length = lengthOf(phase);
  const hasParts = phase.parts !== undefined && phase.parts.length > 0;
  const kinds = PHASE_KINDS.some((kind) => kind === phase.kind) ? PHASE_KINDS : [phase.kind, ...PHASE_KINDS];
  // Without a title the words are ours; an emptied field brings them back.
  const title = (text: string): Phase => {
    const { title: _, ...rest } = phase;
    return text === '' ? rest : { ...rest, title: text };
  };
  const prompt = (text: string): Phase => {
    const { prompt: _, ...rest } = phase;
    return text === '' ? rest : { ...rest, prompt: text };
  };
  const ours = { kind: phase.kind, words: phase.words };
  return (
    <div className="format-fields">
      <TextField
        className="format-wide"
        label={t('formats_phase_name')}
        maxLength={200}
        value={phase.title ?? ''}
        placeholder={phaseName(ours)}
        onChange={(text) => onChange(title(text), 'title')}
      />
      <TextArea
        className="format-wide"
        label={t('formats_phase_prompt')}
        hint={t('formats_phase_prompt_hint')}
        maxLength={1000}
        rows={2}
        value={phase.prompt ?? ''}
        placeholder={phasePrompt(ours)}
        onChange={(text) => onChange(prompt(text), 'prompt')}
      />
      <Select
        label={t('formats_phase_kind')}
        hint={t('formats_phase_kind_hint')}
        value={phase.kind}
        onChange={(kind) => onChange({ ...phase, kind }, '')}
        options={kinds.map((kind) => ({ value: kind, label: phaseName({ kind }) }))}
      />
      <Select
        label={t('formats_phase_who')}
        value={who}
        onChange={(next) => onChange(withWho(phase, next), '')}
        options={WHO.map((value) => ({ value, label: t(WHO_WORDS[value]) }))}
      />
      {who === 'some' ? (
        <NumberField
          label={t('formats_phase_seats')}
          min={1}
          max={12}
          value={phase.seats}
          onChange={(seats) => isCount(seats, 1, 12) && onChange({ ...phase, seats }, 'seats')}
        />
      ) : null}
      {who === 'groups' ? (
        <NumberField
          label={t('formats_phase_size')}
          min={2}
          max={6}
          value={phase.groupsOf}
          onChange={(groupsOf) => isCount(groupsOf, 2, 6) && onChange({ ...phase, groupsOf }, 'size')}
        />
      ) : null}
      <Select
        label={t('formats_phase_length')}
        value={length}
        onChange={(next) => onChange(withLength(phase, next), '')}
        options={[
          ...(phase.perMember ? [{ value: 'each' as const, label: t('formats_length_each') }] : []),
          { value: 'all', label: t('formats_length_all'), disabled: hasParts },
          { value: 'rest', label: t('formats_length_rest'), disabled: restTaken && length !== 'rest' },
        ]}
      />
      {length !== 'rest' && !hasParts ? (
        <NumberField
          label={t(length === 'each' ? 'formats_minutes_each' : 'formats_minutes')}
          unit={t('circles_minutes')}
          min={0.5}
          max={720}
          step="any"
          value={phase.minutes === 'rest' || phase.minutes === 0 ? undefined : phase.minutes}
          onChange={(minutes) =>
            onChange({ ...phase, minutes: Math.min(720, Math.max(0, minutes ?? 0)) }, 'minutes')
          }
          problem={phase.minutes === 0 ? t('formats_problem_minutes') : undefined}
        />
      ) : null}
      {phase.perMember ? (
        <>
          <Select
            label={t('formats_phase_order')}
            value={phase.order ?? 'seats'}
            onChange={(order) => onChange({ ...phase, order }, '')}
            options={[
              { value: 'seats', label: t('formats_order_seats') },
              { value: 'random', label: t('formats_order_random') },
            ]}
          />
          <PartsFields phase={phase} onChange={onChange} />
        </>
      ) : null}
    </div>
  );
}

const isCount = (n: number | undefined, from: number, to: number): n is number =>
  n !== undefined && Number.isInteger(n) && n >= from && n <= to;
