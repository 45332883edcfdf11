import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Section } from '@/components/ui/Section';
import { Skeleton } from '@/components/ui/Skeleton';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { database } from '@/lib/store/database';
import { listReflections } from '@/lib/store/network';
import { useNow } from '../circles/use-now.ts';
import { Page } from '../Page.tsx';
import { routeTo } from '../route.ts';
import { ReflectionCard } from './ReflectionCard.tsx';
import { ReflectionForm } from './ReflectionForm.tsx';

/** For those who mentor somebody a step behind: a short look back, and what one wrote before. */
export function ReflectionPage() {
  const reflections = useLiveQuery(() => listReflections(database()), []);
  const now = useNow();
  const [fresh, setFresh] = useState<string | null>(null);
  return (
    <Page title={t('reflect_title')} lead={t('reflect_lead')}>
      <p className="circle-back">
        <a href={routeTo('network')}>{t('network_all')}</a>
      </p>
      {!reflections ? (
        <Skeleton lines={6} />
      ) : (
        <>
          {fresh !== null ? (
            <ReflectionForm key={fresh} id={fresh} before={null} onDone={() => setFresh(null)} />
          ) : (
            <div>
              <Button variant="primary" icon="plus" onClick={() => setFresh(newId())}>
                {t('reflect_begin')}
              </Button>
            </div>
          )}
          {reflections.length > 0 ? (
            <Section title={t('reflect_past')}>
              <ul className="plain-list reflections" aria-label={t('reflect_past')}>
                {reflections.map((reflection) => (
                  <li key={reflection.id}>
                    <ReflectionCard reflection={reflection} now={now} />
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
          <p className="network-private">
            <Icon name="lock" />
            {t('reflect_private')}
          </p>
        </>
      )}
    </Page>
  );
}
