import { EmptyState } from '@/components/ui/EmptyState';
import { Skeleton } from '@/components/ui/Skeleton';
import { t } from '@/lib/platform/i18n';
import { useCircles } from '../circles/use-circles.ts';
import { Page } from '../Page.tsx';
import { routeTo } from '../route.ts';
import { Overview } from './Overview.tsx';
import { ReflectionPage } from './ReflectionPage.tsx';
import { TiePage } from './TiePage.tsx';
import { useNetwork } from './use-network.ts';
import '../../card/card.css';
import '../circles/circles.css';
import './network.css';

/** The place of the reflection among the ids of ties, which are random. */
export const REFLECTION = 'reflection';

/** My network: all of it, one tie, or the looking back of those who mentor. Needs a ToastProvider above. */
export function NetworkPage({ tieId }: { readonly tieId: string | null }) {
  const network = useNetwork();
  const circles = useCircles();
  if (tieId === REFLECTION) return <ReflectionPage />;
  if (!network || !circles)
    return (
      <Page title={t('network_title')}>
        <Skeleton lines={8} />
      </Page>
    );
  if (tieId === null) return <Overview network={network} circles={circles} />;
  const tie = network.ties.find((one) => one.id === tieId);
  if (tie) return <TiePage key={tie.id} tie={tie} network={network} circles={circles} />;
  return (
    <Page title={t('network_title')}>
      <EmptyState
        icon="network"
        title={t('network_missing')}
        step={
          <a className="button button-quiet" href={routeTo('network')}>
            {t('network_all')}
          </a>
        }
      >
        <p>{t('network_missing_words')}</p>
      </EmptyState>
    </Page>
  );
}
