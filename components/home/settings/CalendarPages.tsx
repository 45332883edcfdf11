import { useEffect, useState } from 'react';
import { t } from '@/lib/platform/i18n';
import { CALENDAR_SITES, type CalendarSite } from '@/lib/platform/messages';
import { followPages, pagesOn, switchOff, switchOn } from '@/lib/platform/page-scripts';
import type { Settings } from '@/lib/platform/settings';
import { database } from '@/lib/store/database';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';

const NAMES = {
  google: 'event_set_google',
  outlook: 'event_set_outlook',
} as const satisfies Record<CalendarSite, string>;

/** In which calendars on the web the card stands; each is asked for when it is switched on. */
export function CalendarPages() {
  const [on, setOn] = useState<Settings['calendarPages'] | null>(null);
  useEffect(() => {
    const look = () => void pagesOn().then(setOn);
    look();
    return followPages(look);
  }, []);
  if (!on) return null;
  return (
    <>
      <p>{t('event_set_lead')}</p>
      {CALENDAR_SITES.map((site) => (
        <Site key={site} site={site} isOn={on[site]} />
      ))}
    </>
  );
}

function Site({ site, isOn }: { readonly site: CalendarSite; readonly isOn: boolean }) {
  const [step, setStep] = useState<'idle' | 'asking' | 'refused'>('idle');
  const name = t(NAMES[site]);
  const start = () => {
    setStep('asking');
    // In the click itself, or the browser does not ask.
    void switchOn(site).then((granted) => setStep(granted ? 'idle' : 'refused'));
  };
  const stop = async () => switchOff(site, await feedHosts());
  return (
    <div className="settings-part">
      {isOn ? (
        <p className="settings-state">
          <Icon name="check" />
          <span>{t('event_set_is_on', { name })}</span>
        </p>
      ) : null}
      <div className="settings-actions">
        {isOn ? (
          <Button onClick={() => void stop()}>{t('event_set_off', { name })}</Button>
        ) : (
          <Button busy={step === 'asking'} onClick={start}>
            {t('event_set_on', { name })}
          </Button>
        )}
      </div>
      <p role="status" className="settings-hint">
        {step === 'asking' && !isOn ? t('event_set_asking', { name }) : null}
      </p>
      {step === 'refused' && !isOn ? (
        <Notice
          kind="problem"
          title={t('event_set_refused', { name })}
          kept={t('event_set_refused_kept')}
          todo={t('event_set_refused_todo')}
          onClose={() => setStep('idle')}
        />
      ) : null}
      {site === 'outlook' ? <p className="settings-hint">{t('event_set_outlook_hint')}</p> : null}
    </div>
  );
}

/** Hosts that feeds are read from: giving one back would silence the feed. */
async function feedHosts(): Promise<string[]> {
  const sources = await database().sources.toArray();
  return sources.flatMap(({ url }) => (url ? [new URL(url).hostname] : []));
}
