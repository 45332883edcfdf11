import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { DEMO_ADDRESS } from '@/lib/platform/demonstration';
import { t } from '@/lib/platform/i18n';
import { onDemand } from '../../ui/on-demand.tsx';
import { Section } from '../../ui/Section.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Page } from '../Page.tsx';
import { useProgramme } from '../programme/use-programme.ts';
import { CalendarPages } from './CalendarPages.tsx';
import { CallPages } from './CallPages.tsx';
import { EraseCircle } from './EraseCircle.tsx';
import { EraseEverything } from './EraseEverything.tsx';
import { ExportEverything } from './ExportEverything.tsx';
import { ImportBackup } from './ImportBackup.tsx';
import { KeptHere } from './KeptHere.tsx';
import { Language } from './Language.tsx';
import { Nudges } from './Nudges.tsx';
import { Reminders } from './Reminders.tsx';
import './settings.css';

const DevicesSection = onDemand(
  async () => (await import('../devices/DevicesSection.tsx')).DevicesSection,
  <Skeleton lines={3} />,
);

const PassphraseSection = onDemand(
  async () => (await import('../lock/PassphraseSection.tsx')).PassphraseSection,
  <Skeleton lines={3} />,
);

const ProgrammeSection = onDemand(
  async () => (await import('../programme/ProgrammeSection.tsx')).ProgrammeSection,
);

/** What is kept on this computer, copies of it, and erasing it. */
export function SettingsPage() {
  const programme = useProgramme();
  return (
    <Page title={t('home_settings')} lead={t('set_lead')}>
      <Section title={t('set_copy')}>
        <div className="settings-card">
          <ExportEverything />
          <hr />
          <ImportBackup />
        </div>
      </Section>
      <Section title={t('set_here')}>
        <div className="settings-card">
          <KeptHere />
        </div>
      </Section>
      <Section title={t('set_language')}>
        <div className="settings-card">
          <Language />
        </div>
      </Section>
      {programme ? <ProgrammeSection programme={programme} /> : null}
      <Section title={t('lock_set_title')}>
        <div className="settings-card">
          <PassphraseSection />
        </div>
      </Section>
      <Section title={t('dev_title')}>
        <div className="settings-card">
          <DevicesSection />
        </div>
      </Section>
      <Section title={t('remind_title')}>
        <div className="settings-card">
          <Reminders />
        </div>
      </Section>
      <Section title={t('nudge_set_title')}>
        <div className="settings-card">
          <Nudges />
        </div>
      </Section>
      <Section title={t('teams_set_title')}>
        <div className="settings-card">
          <CallPages />
        </div>
      </Section>
      <Section title={t('event_set_title')}>
        <div className="settings-card">
          <CalendarPages />
        </div>
      </Section>
      <Section title={t('set_keys')}>
        <div className="settings-card">
          <Shortcut />
        </div>
      </Section>
      <Section title={t('demo_set')}>
        <div className="settings-card">
          <div className="settings-part">
            <p>{t('demo_set_words')}</p>
            <div className="settings-actions">
              <a className="button button-quiet" href={DEMO_ADDRESS}>
                {t('demo_see')}
              </a>
            </div>
          </div>
        </div>
      </Section>
      <Section title={t('set_erase')}>
        <div className="settings-card">
          <EraseCircle />
          <hr />
          <EraseEverything />
        </div>
      </Section>
    </Page>
  );
}

/** The keys that open the popup, as they are set in this browser; they may have been taken by another extension. */
function Shortcut() {
  const [keys, setKeys] = useState<string>();
  useEffect(() => {
    void browser.commands
      .getAll()
      .then((all) => setKeys(all.find((one) => one.name === '_execute_action')?.shortcut ?? ''));
  }, []);
  if (keys === undefined) return null;
  return keys === '' ? (
    <p>{t('set_no_keys')}</p>
  ) : (
    <p>
      <kbd className="settings-keys">{keys}</kbd> {t('set_keys_open')}
    </p>
  );
}
