import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Dialog } from '@/components/ui/Dialog';
import { Icon } from '@/components/ui/Icon';
import { Notice } from '@/components/ui/Notice';
import { moveCircleSettings } from '@/lib/platform/circle-settings';
import { t, tn } from '@/lib/platform/i18n';
import { COPY_ALL, copyPreview } from '@/lib/store/copy-source';
import { database } from '@/lib/store/database';
import { shareCircle } from '@/lib/store/share-circle';
import { setRelays } from '@/lib/store/space-settings';
import type { CircleView } from '../circles/use-circles.ts';
import { routeTo } from '../route.ts';
import { useWay } from './use-way.ts';
import { WayFields } from './WayFields.tsx';
import { KINDS, WHAT } from './what-words.ts';

type Step = 'what' | 'how';

export interface ShareDialogProps {
  readonly view: CircleView;
  /** It begins anew from a copy: what is others' is theirs to be asked for first. */
  readonly anew?: boolean;
  readonly onClose: () => void;
}

/** Two steps: what the others will see, and where the browsers meet. Only the last press stores anything. */
export function ShareDialog({ view, anew = false, onClose }: ShareDialogProps) {
  const { circle } = view;
  const [step, setStep] = useState<Step>('what');
  const [ticks, setTicks] = useState({ ...COPY_ALL, othersContracts: !anew });
  const way = useWay([], 'relay');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<'meeting' | 'other' | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const counts = useLiveQuery(() => copyPreview(database(), circle.id), [circle.id]);
  const shown = useRef<Step | null>(null);
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (step === 'what') return setStep('how');
    setBusy(true);
    setFailed(null);
    const relays = await way.allowed();
    if (!relays) return setBusy(false);
    try {
      const db = database();
      const shared = await shareCircle(db, circle.id, ticks);
      if (!shared.ok && shared.reason === 'meeting') {
        setFailed('meeting');
        return setBusy(false);
      }
      if (!shared.ok) throw new Error(shared.reason);
      await setRelays(db, shared.circleId, relays);
      await moveCircleSettings(circle.id, shared.circleId);
      onClose();
      location.hash = routeTo('circles', shared.circleId);
    } catch (error) {
      console.error('The circle could not be shared', error);
      setFailed('other');
    }
    setBusy(false);
  };

  return (
    <Dialog
      open
      title={t(anew ? 'share_anew_title' : 'share_dialog_title', { circle: circle.name })}
      onClose={onClose}
    >
      <form className="share-steps" onSubmit={submit} noValidate>
        <h3 ref={heading} tabIndex={-1}>
          {t(step === 'what' ? 'share_step_what' : 'share_step_how')}
        </h3>
        {step === 'what' ? (
          <>
            <p>{t('share_what_lead')}</p>
            <div className="share-ticks">
              <Checkbox checked disabled onChange={() => undefined}>
                {t('share_what_always')}
              </Checkbox>
              {KINDS.filter((one) => (counts?.[one] ?? 0) > 0).map((one) => (
                <Checkbox key={one} checked={ticks[one]} onChange={(on) => setTicks({ ...ticks, [one]: on })}>
                  {t(anew && one === 'othersContracts' ? 'share_anew_others' : WHAT[one], {
                    count: counts?.[one] ?? 0,
                  })}
                </Checkbox>
              ))}
            </div>
            <p className="share-never">
              <Icon name="lock" />
              <span>
                {t('share_never')}
                {counts && counts.private > 0 ? ` ${tn('share_never_contracts', counts.private)}` : ''}
              </span>
            </p>
          </>
        ) : (
          <WayFields way={way} />
        )}
        {failed ? (
          <Notice
            kind="problem"
            title={t('share_failed')}
            kept={t('share_failed_kept')}
            todo={t(failed === 'meeting' ? 'share_failed_meeting' : 'share_failed_todo')}
          />
        ) : null}
        <div className="new-circle-actions">
          {step === 'how' ? <Button onClick={() => setStep('what')}>{t('share_back')}</Button> : <span />}
          <Button type="submit" variant="primary" once busy={busy}>
            {t(step === 'what' ? 'share_on' : 'share_go')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
