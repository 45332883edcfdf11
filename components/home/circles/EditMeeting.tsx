import { type FormEvent, useId, useState } from 'react';
import { MemberCheck } from '@/components/card/MemberChip';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { attendance } from '@/lib/meeting/attendance';
import { recordMeeting } from '@/lib/meeting/commands';
import type { MeetingRow } from '@/lib/meeting/meeting';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { useInlineForm } from '../contracts/use-inline-form.ts';
import { dayOf } from './dates.ts';
import { membersOn } from './members-on.ts';
import { readSpan } from './read-span.ts';
import { type CircleView, cardMember } from './use-circles.ts';

/** The wall-clock time of an instant, as a time field holds it: 16:30. */
const timeOf = (ms: number): string =>
  Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO(Temporal.Now.timeZoneId())
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });

/** A past meeting, added by hand or corrected: when it was, and who was there. */
export function EditMeeting({
  view,
  meeting,
  onDone,
}: {
  readonly view: CircleView;
  readonly meeting?: MeetingRow | undefined;
  readonly onDone: () => void;
}) {
  const { circle, members, me } = view;
  const [date, setDate] = useState(meeting ? dayOf(meeting.start).toString() : '');
  const [from, setFrom] = useState(meeting ? timeOf(meeting.start) : '');
  const [to, setTo] = useState(
    meeting ? timeOf(meeting.endedAt ?? meeting.start + meeting.lengthMin * 60_000) : '',
  );
  const [there, setThere] = useState<ReadonlySet<string>>(() => {
    const day = meeting ? dayOf(meeting.start) : dayOf(clock.now());
    return new Set(meeting?.recorded ?? attendance(meeting ?? null, membersOn(members, day)).present);
  });
  const [asked, setAsked] = useState(false);
  const { record, problem } = useRecord();
  const leave = useInlineForm(onDone);
  const legend = useId();

  const span = readSpan({ date, from, to }, clock.now());
  // Whoever was a member then, and whoever is ticked anyway.
  const wasIn = new Set(
    date === '' ? members.map(({ id }) => id) : membersOn(members, Temporal.PlainDate.from(date)),
  );
  const offered = members.filter(({ id, leftOn }) => wasIn.has(id) || there.has(id) || leftOn === null);
  const present = offered.filter(({ id }) => there.has(id)).map(({ id }) => id);

  const save = useOneAtATime(async (_event: FormEvent) => {
    setAsked(true);
    if (!span.ok || present.length === 0) return;
    const { start, end } = span;
    const lengthMin = Math.max(1, Math.round((end - start) / 60_000));
    const slot = meeting
      ? { ...meeting, meetingId: meeting.id }
      : { circleId: circle.id, meetingId: newId(), originalStart: start, start, lengthMin, adhoc: true };
    const acting = { slot, row: meeting ?? null, by: me?.id ?? null };
    if (await record(recordMeeting(acting, { start, end, present }), t('circles_past_saved'))) onDone();
  });

  const wrong =
    asked && !span.ok
      ? t(span.reason === 'future' ? 'circles_past_problem_future' : 'circles_past_problem_when')
      : undefined;
  return (
    <form className="edit-box" onSubmit={save} onKeyDown={leave} noValidate>
      <div className="span-fields">
        <TextField
          autoFocus
          type="date"
          label={t('circles_past_date')}
          value={date}
          onChange={setDate}
          problem={wrong}
        />
        <TextField type="time" label={t('circles_past_from')} value={from} onChange={setFrom} />
        <TextField type="time" label={t('circles_past_to')} value={to} onChange={setTo} />
      </div>
      <fieldset className="who-was" aria-labelledby={legend}>
        <p id={legend} className="field-label">
          {t('circles_past_who')}
        </p>
        <div className="who-list">
          {offered.map((member) => (
            <MemberCheck
              key={member.id}
              member={cardMember(view, member)}
              checked={there.has(member.id)}
              onChange={(on) => {
                const next = new Set(there);
                if (on) next.add(member.id);
                else next.delete(member.id);
                setThere(next);
              }}
            />
          ))}
        </div>
        {asked && present.length === 0 ? (
          <p className="field-problem">{t('circles_past_problem_who')}</p>
        ) : null}
      </fieldset>
      {problem}
      <div className="edit-actions">
        <Button type="submit" variant="primary">
          {t('circles_save')}
        </Button>
        <Button onClick={onDone}>{t('ui_cancel')}</Button>
      </div>
    </form>
  );
}
