import { type FormEvent, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { TextField } from '@/components/ui/TextField';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { setPause } from '@/lib/circle/edit';
import type { Pause } from '@/lib/circle/pause';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { useInlineForm } from '../../contracts/use-inline-form.ts';
import { dateWords, dayOf } from '../dates.ts';
import type { CircleView } from '../use-circles.ts';

/** The pauses of a circle that are on or to come, and how one is planned. */
export function PauseSection({ view, now }: { readonly view: CircleView; readonly now: number }) {
  const today = dayOf(now).toString();
  const [editing, setEditing] = useState<string | null>(null);
  const pauses = (view.circle.pauses ?? []).filter(({ to }) => to >= today);
  const close = () => setEditing(null);
  return (
    <Section
      title={t('life_pauses')}
      aside={
        <Button
          variant="plain"
          size="small"
          icon="plus"
          aria-expanded={editing === ''}
          onClick={() => setEditing(editing === '' ? null : '')}
        >
          {t('life_pause_add')}
        </Button>
      }
    >
      {pauses.length === 0 && editing !== '' ? <p className="quiet">{t('life_pause_none')}</p> : null}
      <ul className="plain-list pauses">
        {pauses.map((pause) => (
          <li key={pause.id}>
            {editing === pause.id ? (
              <EditPause view={view} pause={pause} today={today} onDone={close} />
            ) : (
              <PlannedPause view={view} pause={pause} now={now} onEdit={() => setEditing(pause.id)} />
            )}
          </li>
        ))}
      </ul>
      {editing === '' ? <EditPause view={view} pause={null} today={today} onDone={close} /> : null}
    </Section>
  );
}

const spanWords = ({ from, to }: Pause, now: number): { from: string; to: string } => ({
  from: dateWords(Temporal.PlainDate.from(from), now),
  to: dateWords(Temporal.PlainDate.from(to), now),
});

function PlannedPause({
  view,
  pause,
  now,
  onEdit,
}: {
  readonly view: CircleView;
  readonly pause: Pause;
  readonly now: number;
  readonly onEdit: () => void;
}) {
  const { circle, me } = view;
  const { record, problem } = useRecord();
  const words = spanWords(pause, now);
  const takeBack = async () => {
    const replaces = await factsOfKind(database(), circle.id, circle.id, ['circle.pause']);
    await record([setPause(circle.id, me?.id ?? null, pause, true, replaces)], t('life_pause_off_said'));
  };
  return (
    <div className="pause-row">
      <span>{t('life_pause_span', words)}</span>
      <Button size="small" variant="plain" aria-label={t('life_pause_edit_named', words)} onClick={onEdit}>
        {t('circles_edit')}
      </Button>
      <Button
        size="small"
        variant="plain"
        aria-label={t('life_pause_off_named', words)}
        onClick={() => void takeBack()}
      >
        {t('life_pause_off')}
      </Button>
      {problem}
    </div>
  );
}

function EditPause({
  view,
  pause,
  today,
  onDone,
}: {
  readonly view: CircleView;
  /** Null for a new one. */
  readonly pause: Pause | null;
  /** ISO date. */
  readonly today: string;
  readonly onDone: () => void;
}) {
  const { circle, me } = view;
  const [from, setFrom] = useState(pause?.from ?? today);
  const [to, setTo] = useState(pause?.to ?? '');
  const [asked, setAsked] = useState(false);
  const { record, problem } = useRecord();
  const leave = useInlineForm(onDone);
  const wrong = from === '' || to === '' ? 'life_pause_dates' : from > to ? 'life_pause_order' : null;
  const save = useOneAtATime(async (_event: FormEvent) => {
    setAsked(true);
    if (wrong) return;
    const replaces = await factsOfKind(database(), circle.id, circle.id, ['circle.pause']);
    const next = { id: pause?.id ?? newId(), from, to };
    if (await record([setPause(circle.id, me?.id ?? null, next, false, replaces)], t('life_pause_said')))
      onDone();
  });
  return (
    <form className="edit-box" onSubmit={save} onKeyDown={leave} noValidate>
      <div className="span-fields">
        <TextField autoFocus label={t('life_pause_from')} type="date" value={from} onChange={setFrom} />
        <TextField
          label={t('life_pause_to')}
          type="date"
          min={from}
          value={to}
          onChange={setTo}
          problem={asked && wrong ? t(wrong) : undefined}
        />
      </div>
      <p className="quiet">{t('life_pause_hint')}</p>
      {problem}
      <div className="edit-actions">
        <Button type="submit" variant="primary">
          {t('life_pause_save')}
        </Button>
        <Button onClick={onDone}>{t('ui_cancel')}</Button>
      </div>
    </form>
  );
}
