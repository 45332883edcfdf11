import { Disclosure } from '@/components/ui/Disclosure';
import { NumberField } from '@/components/ui/NumberField';
import { RadioGroup } from '@/components/ui/RadioGroup';
import { TextField } from '@/components/ui/TextField';
import { t, tn } from '@/lib/platform/i18n';
import { eventMinutes, roundsToMeetAll, timetable } from '@/lib/speed/timetable';
import { minutesOf, momentOf, roundsOf, type SpeedDraft, type SpeedProblem } from './speed-draft.ts';
import { timeText } from './speed-words.ts';
import { TimesList } from './TimesList.tsx';

const LENGTHS = ['45', '60', '75', '90'] as const;
const PARTS = ['intro', 'prepare', 'half', 'move', 'wrapUp'] as const;
const PART_KEYS = {
  intro: 'speed_min_intro',
  prepare: 'speed_min_prepare',
  half: 'speed_min_half',
  move: 'speed_min_move',
  wrapUp: 'speed_min_wrapUp',
} as const;

export interface TimeFieldsProps {
  readonly draft: SpeedDraft;
  readonly people: number;
  readonly missing: readonly SpeedProblem[];
  readonly onChange: (next: Partial<SpeedDraft>) => void;
}

/** When, how long, how many rounds, and what follows from it: every part with the time on the clock. */
export function TimeFields({ draft, people, missing, onChange }: TimeFieldsProps) {
  const rounds = roundsOf(draft);
  const minutes = minutesOf(draft);
  const start = momentOf(draft.start, Temporal.Now.timeZoneId());
  const length = LENGTHS.find((one) => Number(one) === draft.lengthMin);
  return (
    <>
      <div className="speed-when">
        <TextField
          type="datetime-local"
          label={t('speed_start')}
          problem={missing.includes('start') ? t('speed_start_problem') : undefined}
          value={draft.start}
          onChange={(value) => onChange({ start: value })}
        />
        <NumberField
          label={t('speed_length')}
          unit={t('speed_min')}
          min={20}
          max={480}
          value={draft.lengthMin}
          problem={missing.includes('short') ? t('speed_short') : undefined}
          onChange={(lengthMin) => onChange({ lengthMin, rounds: undefined })}
        />
        <RadioGroup
          label={t('speed_length_usual')}
          value={length}
          options={LENGTHS.map((one) => ({ value: one, label: t('speed_n_min', { n: one }) }))}
          onChange={(one) => onChange({ lengthMin: Number(one), rounds: undefined })}
        />
      </div>
      <Disclosure title={t('speed_own')}>
        <div className="speed-minutes">
          <NumberField
            label={t('speed_rounds')}
            min={1}
            max={40}
            value={draft.rounds ?? (rounds || undefined)}
            onChange={(value) => onChange({ rounds: value })}
          />
          {PARTS.map((part) => (
            <NumberField
              key={part}
              label={t(PART_KEYS[part])}
              unit={t('speed_min')}
              min={part === 'half' ? 1 : 0}
              max={240}
              value={draft.minutes[part]}
              onChange={(value) => onChange({ minutes: { ...draft.minutes, [part]: value } })}
            />
          ))}
        </div>
      </Disclosure>
      <div aria-live="polite" className="speed-fits">
        {rounds > 0 ? <Fits draft={draft} people={people} rounds={rounds} start={start} /> : null}
      </div>
      {start !== null && rounds > 0 ? (
        <TimesList steps={timetable(rounds, minutes)} start={start} rounds={rounds} />
      ) : null}
    </>
  );
}

interface FitsProps {
  readonly draft: SpeedDraft;
  readonly people: number;
  readonly rounds: number;
  readonly start: number | null;
}

/** What the minutes come to, in words. */
function Fits({ draft, people, rounds, start }: FitsProps) {
  const total = eventMinutes(rounds, minutesOf(draft));
  const spare = (draft.lengthMin ?? total) - total;
  const all = people > 1 ? roundsToMeetAll(people) : 0;
  return (
    <>
      <p>
        {tn('speed_fits', rounds)}{' '}
        {start === null ? '' : t('speed_ends', { time: timeText(start + total * 60_000) })}{' '}
        {spare > 0 ? tn('speed_spare', spare) : spare < 0 ? tn('speed_beyond', -spare) : ''}
      </p>
      {all > 0 ? (
        <p className="quiet">{rounds < all ? tn('speed_meet_all', all) : t('speed_all_meet')}</p>
      ) : null}
    </>
  );
}
