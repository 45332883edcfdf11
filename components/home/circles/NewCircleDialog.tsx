import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { Dialog } from '@/components/ui/Dialog';
import { TextField } from '@/components/ui/TextField';
import { readCallLink } from '@/lib/calendar/call-link';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { spotAgain } from '@/lib/store/calendar';
import { database, type SeriesRow } from '@/lib/store/database';
import { formatName } from '../formats/format-name.ts';
import { useOwnFormats } from '../formats/use-own-formats.ts';
import { routeTo } from '../route.ts';
import { AgreementFields } from './AgreementFields.tsx';
import { type CircleDraft, type DraftStep, membersOf, problemsOf, STEPS } from './circle-draft.ts';
import { draftsOf } from './circle-from-draft.ts';
import { GuideFields } from './GuideFields.tsx';
import { MeetFields } from './MeetFields.tsx';
import { PeopleFields } from './PeopleFields.tsx';
import './new-circle.css';

const TITLES = { who: 'newCircle_who', how: 'newCircle_how', agree: 'newCircle_agree' } as const;

export interface NewCircleDialogProps {
  readonly first: CircleDraft;
  readonly series: SeriesRow | undefined;
  readonly onDone: (circleId: string | null) => void;
}

/** Three short steps: who, how, what you agree on. Enter goes on; only the last one stores anything. */
export function NewCircleDialog({ first, series, onDone }: NewCircleDialogProps) {
  const [draft, setDraft] = useState(first);
  const [step, setStep] = useState<DraftStep>('who');
  const [asked, setAsked] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [busy, setBusy] = useState(false);
  const { record, problem } = useRecord();
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  const change = (next: Partial<CircleDraft>) => setDraft((now) => ({ ...now, ...next }));
  const own = useOwnFormats()?.map(({ format }) => format) ?? [];
  const call = readCallLink([draft.call]);
  const at = STEPS.indexOf(step);
  const problems = asked ? problemsOf(draft, call).filter((one) => one.step === step) : [];

  // The browser's dialog starts on its close button; people start with the name.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  useEffect(() => {
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);

  const go = (to: DraftStep | undefined) => {
    setAsked(false);
    if (to) setStep(to);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (problemsOf(draft, call).some((one) => one.step === step)) {
      setAsked(true);
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    if (step !== 'agree') return go(STEPS[at + 1]);
    setBusy(true);
    const db = database();
    const { id, drafts } = await draftsOf(db, draft, call, series, clock.now());
    const done = await record(drafts);
    setBusy(false);
    if (!done) return;
    // Other series may turn out to be this circle; it is there already, whatever comes of this.
    void spotAgain(db).catch(() => undefined);
    onDone(id);
  };

  const leave = () => (draft === first ? onDone(null) : setLeaving(true));

  return (
    <Dialog open title={t('newCircle_title')} onClose={leave}>
      {/* Words of our own say what is missing, in the member's language. */}
      <form ref={form} className="new-circle" onSubmit={submit} noValidate>
        <div className="new-circle-head">
          <h3 ref={heading} tabIndex={-1}>
            {t(TITLES[step])}
          </h3>
          <p>{t('newCircle_step', { step: at + 1, steps: STEPS.length })}</p>
        </div>
        {step === 'who' ? (
          <>
            <TextField
              label={t('newCircle_name')}
              hint={t('newCircle_name_hint')}
              maxLength={200}
              autoComplete="off"
              value={draft.name}
              onChange={(name) => change({ name })}
              problem={problems.some((one) => one.at === 'name') ? t('newCircle_name_problem') : undefined}
            />
            <PeopleFields draft={draft} onChange={change} problems={problems} />
          </>
        ) : null}
        {step === 'how' ? (
          <>
            {draft.looksLike ? (
              <p className="new-circle-note">
                {draft.looksLike === 'speed' ? (
                  <>
                    {t('newCircle_looks_speed')} <a href={routeTo('speed')}>{t('speed_link')}</a>
                  </>
                ) : (
                  t('newCircle_later', { format: formatName(draft.looksLike) })
                )}
              </p>
            ) : null}
            <MeetFields value={draft} onChange={change} own={own} asked={asked} />
            <TextField
              label={t('newCircle_call')}
              hint={t('circles_link_hint')}
              inputMode="url"
              autoComplete="off"
              value={draft.call}
              onChange={(link) => change({ call: link })}
              problem={problems.some((one) => one.at === 'call') ? t('circles_link_problem') : undefined}
            />
            <GuideFields
              people={membersOf(draft)}
              guide={draft.guide}
              meetings={draft.guideMeetings}
              onChange={(guide, guideMeetings) => change({ guide, guideMeetings })}
              asked={asked}
            />
          </>
        ) : null}
        {step === 'agree' ? (
          <AgreementFields
            items={draft.agreement}
            onChange={(agreement) => change({ agreement })}
            own={draft.ownRule}
            onOwn={(ownRule) => change({ ownRule })}
          />
        ) : null}
        {problem}
        <div className="new-circle-actions">
          {at > 0 ? <Button onClick={() => go(STEPS[at - 1])}>{t('newCircle_back')}</Button> : <span />}
          <Button type="submit" variant="primary" once busy={busy}>
            {t(step === 'agree' ? 'newCircle_create' : 'newCircle_next')}
          </Button>
        </div>
      </form>
      <ConfirmDialog
        open={leaving}
        title={t('newCircle_leave_title')}
        confirm={t('newCircle_leave')}
        cancel={t('newCircle_stay')}
        onConfirm={() => onDone(null)}
        onCancel={() => setLeaving(false)}
      >
        <p>{t('newCircle_leave_words')}</p>
      </ConfirmDialog>
    </Dialog>
  );
}
