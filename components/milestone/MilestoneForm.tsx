import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { Recorder } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { RadioGroup } from '@/components/ui/RadioGroup';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { useGuard } from '@/components/ui/use-guard';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { confirmMilestone, consentTo, reachMilestone, rewriteMilestone } from '@/lib/milestone/commands';
import { isIsoDay, MAX_TITLE, type MilestoneKind, type Scope } from '@/lib/milestone/facts';
import { type Credit, type MilestoneRow, scopeOf } from '@/lib/milestone/milestone';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { isoDay } from '@/lib/platform/iso-day';
import { CreditFields } from './CreditFields.tsx';
import { kindOptions } from './kind-looks.ts';
import { answersFor, nameIn, type People } from './people.ts';
import { ScopeRadios } from './ScopeRadios.tsx';
import { useDeviceless } from './use-deviceless.ts';
import './milestone-form.css';

/** What a new one begins with. */
export interface MilestoneStart {
  readonly title?: string;
  readonly memberId?: string;
  /** A contract of the circle's log that led to it. */
  readonly contract?: string;
  readonly meetingId?: string | null;
}

export interface MilestoneFormProps {
  readonly people: People;
  readonly record: Recorder['record'];
  /** The one to change; without it a new one. */
  readonly milestone?: MilestoneRow | undefined;
  readonly start?: MilestoneStart | undefined;
  /** With the id of what was written; null when nothing was. */
  readonly onDone: (id: string | null) => void;
  readonly onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
}

/** A milestone in a few seconds: what it is, in a line, whose; who helped and how far it may go are there to say. */
export function MilestoneForm({
  people,
  record,
  milestone,
  start = {},
  onDone,
  onKeyDown,
}: MilestoneFormProps) {
  const [kind, setKind] = useState<MilestoneKind | undefined>(milestone?.kind);
  const [title, setTitle] = useState(milestone?.title ?? start.title ?? '');
  const [memberId, setMember] = useState(
    milestone?.memberId ?? start.memberId ?? people.me ?? people.present[0]?.id ?? '',
  );
  const [on, setOn] = useState(milestone?.on ?? isoDay(clock.now()));
  const [credit, setCredit] = useState<readonly Credit[]>(milestone?.credit ?? []);
  const [scope, setScope] = useState<Scope>(milestone ? scopeOf(milestone, milestone.memberId) : 'circle');
  const [asked, setAsked] = useState(false);
  const decides = answersFor(people, memberId);
  const name = nameIn(people, memberId);
  const { guard, refusal } = useGuard(decides && scope !== 'circle' ? 'consent' : null);
  const isDeviceless = useDeviceless(people.circleId, memberId);

  const save = useOneAtATime(async (_event: FormEvent) => {
    setAsked(true);
    if (!kind || title.trim() === '' || !isIsoDay(on) || memberId === '') return;
    const [by, at] = [people.me, clock.now()];
    const words = { kind, title, on, credit: credit.filter((one) => one.memberId !== memberId) };
    const id = milestone?.id ?? newId();
    if (milestone) {
      const drafts = rewriteMilestone(milestone, words, scope, (one) => answersFor(people, one), by, at);
      if (await record(drafts, t('milestone_saved'))) onDone(id);
    } else {
      const { meetingId = null, contract } = start;
      const one = {
        ...words,
        id,
        circleId: people.circleId,
        memberId,
        meetingId,
        ...(contract === undefined ? {} : { contract }),
      };
      const drafts = [
        reachMilestone(one, by, at),
        ...(decides && scope !== 'circle' ? [consentTo(one, memberId, scope, by, at)] : []),
        ...(isDeviceless ? [confirmMilestone(one, by, at, true)] : []),
      ];
      const said =
        decides || isDeviceless ? t('milestone_added', { name }) : t('milestone_suggested_said', { name });
      if (await record(drafts, said)) onDone(id);
    }
  });

  return (
    <form className="edit-box milestone-form" onSubmit={save} onKeyDown={onKeyDown} noValidate>
      <RadioGroup<MilestoneKind>
        label={t('milestone_kind')}
        value={kind}
        onChange={setKind}
        options={kindOptions()}
      />
      {asked && !kind ? <p className="field-problem">{t('milestone_kind_problem')}</p> : null}
      <TextField
        autoFocus
        label={t('milestone_title_field')}
        placeholder={t('milestone_title_hint')}
        maxLength={MAX_TITLE}
        autoComplete="off"
        value={title}
        onChange={setTitle}
        problem={asked && title.trim() === '' ? t('milestone_title_problem') : undefined}
      />
      <div className="milestone-who">
        {milestone ? null : (
          <Select
            label={t('milestone_whose')}
            value={memberId}
            onChange={setMember}
            options={people.present.map((one) => ({
              value: one.id,
              label: one.id === people.me ? t('milestone_mine', { name: one.name }) : one.name,
            }))}
          />
        )}
        <TextField
          label={t('milestone_on')}
          type="date"
          value={on}
          onChange={setOn}
          problem={asked && !isIsoDay(on) ? t('milestone_on_problem') : undefined}
        />
      </div>
      <CreditFields people={people} whose={memberId} credit={credit} onChange={setCredit} />
      {decides ? (
        <div className="milestone-scope">
          <p className="milestone-label">{t('milestone_scope')}</p>
          <ScopeRadios name={memberId === people.me ? null : name} value={scope} onChange={setScope} />
        </div>
      ) : (
        <p className="quiet">
          {t(isDeviceless ? 'milestone_scribe_lead' : 'milestone_suggest_lead', { name })}
        </p>
      )}
      <div className="edit-actions">
        <Button type="submit" variant="primary" {...guard}>
          {t(milestone ? 'milestone_save' : 'milestone_add_do')}
        </Button>
        <Button onClick={() => onDone(null)}>{t('ui_cancel')}</Button>
        {refusal}
      </div>
    </form>
  );
}
