import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { DEMO_ADDRESS } from '@/lib/platform/demonstration';
import { t } from '@/lib/platform/i18n';
import { NewCircle } from '../circles/NewCircle.tsx';
import { openPractice, PRACTICE_ADDRESS } from '../circles/open-sidebar.ts';
import { Page } from '../Page.tsx';
import { routeTo } from '../route.ts';
import './welcome.css';

/** What a stranger sees first: a meeting to try at once, and three ways to begin. All of it can be passed over. */
export function WelcomePage() {
  const [making, setMaking] = useState(false);
  return (
    <Page
      title={t('welcome_title')}
      lead={t('welcome_lead')}
      aside={<a href={routeTo('circles')}>{t('welcome_skip')}</a>}
    >
      <Section title={t('welcome_try')}>
        <p className="welcome-words">{t('welcome_try_words')}</p>
        <div className="welcome-ways">
          <a
            className="button button-primary"
            href={PRACTICE_ADDRESS}
            target="_blank"
            rel="noreferrer"
            onClick={(event) => {
              event.preventDefault();
              void openPractice();
            }}
          >
            {t('welcome_try')}
          </a>
          <a className="button button-quiet" href={DEMO_ADDRESS}>
            {t('demo_see')}
          </a>
        </div>
      </Section>
      <Section title={t('welcome_own')}>
        <p className="welcome-words">{t('circles_empty_words')}</p>
        <div className="welcome-ways">
          <a className="button button-quiet" href={routeTo('calendars')}>
            {t('circles_empty_calendar')}
          </a>
          <Button icon="plus" onClick={() => setMaking(true)}>
            {t('circles_new')}
          </Button>
        </div>
      </Section>
      {making ? (
        <NewCircle
          onDone={(id) => {
            setMaking(false);
            if (id) location.hash = routeTo('circles', id);
          }}
        />
      ) : null}
    </Page>
  );
}
