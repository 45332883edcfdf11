import { type FormEvent, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { RadioGroup } from '@/components/ui/RadioGroup';
import { Section } from '@/components/ui/Section';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { planSpeed } from '@/lib/speed/commands';
import type { SpeedEvent } from '@/lib/speed/event';
import { MAX_PEOPLE, readNames } from '@/lib/speed/name-list';
import { Page } from '../Page.tsx';
import { routeTo } from '../route.ts';
import { Acquainted } from './Acquainted.tsx';
import {
  draftOf,
  firstDraft,
  problemsOf,
  type SpeedDraft,
  type SpeedProblem,
  setUpOf,
} from './speed-draft.ts';
import { TimeFields } from './TimeFields.tsx';
import { newSeed, useSpeedHistory } from './use-speed.ts';

export interface SetUpProps {
  readonly events: readonly SpeedEvent[];
  /** An event whose people come again, or null. */
  readonly from: SpeedEvent | null;
  /** The event that is changed, or null for a new one. */
  readonly before: SpeedEvent | null;
}

/** Who comes, who knows whom, how long; the times stand below as one changes them. */
export function SetUp({ events, from, before }: SetUpProps) {
  const zone = Temporal.Now.timeZoneId();
  const [draft, setDraft] = useState<SpeedDraft>(() =>
    before ? draftOf(before, zone) : firstDraft(clock.now(), zone, from),
  );
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const { record, problem } = useRecord();
  const history = useSpeedHistory(events, before?.id ?? null);
  const change = (next: Partial<SpeedDraft>) => setDraft((now) => ({ ...now, ...next }));
  const list = readNames(draft.list);
  const missing: readonly SpeedProblem[] = asked ? problemsOf(draft, zone) : [];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const setUp = setUpOf(draft, before, zone, newId);
    setAsked(true);
    if (!setUp || busy) return;
    setBusy(true);
    const id = before?.id ?? newId();
    if (await record(planSpeed(id, setUp, history, newSeed(), before))) location.hash = routeTo('speed', id);
    setBusy(false);
  };

  const hints = [
    list.names.length > 0 ? tn('speed_n_people', list.names.length) : t('speed_list_hint'),
    ...(list.twice.length > 0 ? [t('speed_list_twice', { names: list.twice.join(', ') })] : []),
    ...(list.tooMany > 0 ? [tn('speed_list_many', list.tooMany, { most: MAX_PEOPLE })] : []),
  ];
  return (
    <Page
      title={t(before ? 'speed_change_title' : 'speed_new')}
      lead={from ? t('speed_after_lead') : t('speed_setup_lead')}
    >
      <form className="speed-form" onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={t('speed_name')}
          maxLength={200}
          value={draft.title}
          onChange={(title) => change({ title })}
        />
        <TextArea
          label={t('speed_list')}
          className="speed-list"
          rows={6}
          hint={hints.join(' · ')}
          problem={missing.includes('people') ? t('speed_list_problem') : undefined}
          value={draft.list}
          onChange={(text) => change({ list: text })}
        />
        {list.names.length > 2 ? (
          <Acquainted
            names={list.names}
            groups={draft.acquainted}
            onChange={(acquainted) => change({ acquainted })}
          />
        ) : null}
        {list.names.length % 2 === 1 ? (
          <div className="speed-odd">
            <p id="speed-odd">{t('speed_odd')}</p>
            <RadioGroup
              labelledBy="speed-odd"
              value={draft.odd}
              options={[
                { value: 'trio', label: t('speed_odd_trio') },
                { value: 'rest', label: t('speed_odd_rest') },
              ]}
              onChange={(odd) => change({ odd })}
            />
          </div>
        ) : null}
        <Section title={t('speed_times')}>
          <TimeFields draft={draft} people={list.names.length} missing={missing} onChange={change} />
        </Section>
        {missing.length > 0 ? (
          <p role="alert" className="speed-missing">
            {t('speed_incomplete')}
          </p>
        ) : null}
        {problem}
        <div className="speed-actions">
          <Button type="submit" variant="primary" busy={busy}>
            {t('speed_draw')}
          </Button>
          <a className="button button-quiet" href={before ? routeTo('speed', before.id) : routeTo('speed')}>
            {t('ui_cancel')}
          </a>
        </div>
      </form>
    </Page>
  );
}
