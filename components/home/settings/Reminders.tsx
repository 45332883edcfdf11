import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { t, tn } from '@/lib/platform/i18n';
import { mayNotify, showSample } from '@/lib/platform/notifications';
import { REMINDERS, readSetting, type Settings, writeSetting } from '@/lib/platform/settings';
import { listCircles } from '@/lib/store/circles';
import { myOpenContracts } from '@/lib/store/contracts';
import { database } from '@/lib/store/database';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';

const HOUR = 60;
const DAY = 24 * HOUR;
/** Minutes before a meeting; 0: no reminder. */
const EARLY = [0, HOUR, 2 * HOUR, 4 * HOUR, 12 * HOUR, DAY, 2 * DAY];
const SOON = [0, 5, 10, 15, 30, HOUR];

type Choice = Settings['reminders'];

/** When one is reminded of meetings, of which circles, and what a reminder shows. */
export function Reminders() {
  const [choice, setChoice] = useState<Choice | null>(null);
  useEffect(() => void readSetting('reminders', REMINDERS).then(setChoice), []);
  const circles = useLiveQuery(
    async () => (await listCircles(database())).filter(({ circle }) => !circle.archived),
    [],
  );
  if (!choice || !circles) return null;
  const change = (part: Partial<Choice>) => {
    const next = { ...choice, ...part };
    setChoice(next);
    void writeSetting('reminders', next);
  };
  const mute = (id: string, isMuted: boolean) => {
    const others = choice.muted.filter((one) => one !== id);
    change({ muted: isMuted ? [...others, id] : others });
  };
  return (
    <>
      <p>{t('remind_lead')}</p>
      <Blocked />
      <div className="settings-pair">
        <Lead
          label={t('remind_early')}
          minutes={choice.early}
          offered={EARLY}
          onChange={(early) => change({ early })}
        />
        <Lead
          label={t('remind_soon')}
          hint={t('remind_soon_hint')}
          minutes={choice.soon}
          offered={SOON}
          onChange={(soon) => change({ soon })}
        />
      </div>
      {circles.length > 0 ? (
        <fieldset className="settings-choices">
          <legend>{t('remind_circles')}</legend>
          {circles.map(({ circle }) => (
            <Checkbox
              key={circle.id}
              checked={!choice.muted.includes(circle.id)}
              onChange={(wanted) => mute(circle.id, !wanted)}
            >
              {circle.name}
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
      <div className="settings-part">
        <Checkbox
          checked={choice.named}
          aria-describedby="remind-named"
          onChange={(named) => change({ named })}
        >
          {t('remind_named')}
        </Checkbox>
        <p className="settings-hint" id="remind-named">
          {t('remind_named_hint')}
        </p>
      </div>
      <div className="settings-part">
        <Checkbox checked={choice.ties} aria-describedby="remind-ties" onChange={(ties) => change({ ties })}>
          {t('remind_ties')}
        </Checkbox>
        <p className="settings-hint" id="remind-ties">
          {t('remind_ties_hint')}
        </p>
      </div>
      <Sample circleName={circles[0]?.circle.name ?? t('appName')} />
    </>
  );
}

/** How long before; a time of another version's, which is not among those offered, stays until it is changed. */
function Lead({
  label,
  hint,
  minutes,
  offered,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly minutes: number;
  readonly offered: readonly number[];
  readonly onChange: (minutes: number) => void;
}) {
  const all = offered.includes(minutes) ? offered : [...offered, minutes].sort((a, b) => a - b);
  return (
    <Select
      label={label}
      hint={hint}
      value={String(minutes)}
      options={all.map((one) => ({ value: String(one), label: leadWords(one) }))}
      onChange={(value) => onChange(Number(value))}
    />
  );
}

function leadWords(minutes: number): string {
  if (minutes <= 0) return t('remind_off');
  if (minutes % DAY === 0) return tn('remind_days', minutes / DAY);
  if (minutes % HOUR === 0) return tn('remind_hours', minutes / HOUR);
  return tn('remind_minutes', minutes);
}

/** Says so when the browser lets no notification through, and notices when it does again. */
function Blocked() {
  const [blocked, setBlocked] = useState(false);
  useEffect(() => {
    const look = () => void mayNotify().then((may) => setBlocked(!may));
    look();
    // One comes back from the browser's settings.
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, []);
  if (!blocked) return null;
  return (
    <Notice
      kind="problem"
      title={t('remind_blocked')}
      kept={t('remind_blocked_kept')}
      todo={t('remind_blocked_todo')}
    />
  );
}

/** Shows a reminder as it would come tomorrow: the computer's own settings say nothing about themselves. */
function Sample({ circleName }: { readonly circleName: string }) {
  const [step, setStep] = useState<'idle' | 'shown' | 'failed'>('idle');
  const show = async () => {
    setStep('idle');
    try {
      const open = (await myOpenContracts(database())).length;
      await showSample(circleName, open, DAY * 60_000);
      setStep('shown');
    } catch {
      setStep('failed');
    }
  };
  return (
    <div className="settings-part">
      <div className="settings-actions">
        <Button onClick={() => void show()}>{t('remind_sample')}</Button>
      </div>
      <p role="status" className="settings-hint">
        {step === 'shown' ? t('remind_sample_shown') : step === 'failed' ? t('remind_sample_failed') : null}
      </p>
    </div>
  );
}
