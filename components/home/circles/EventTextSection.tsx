import { useLiveQuery } from 'dexie-react-hooks';
import { Button } from '@/components/ui/Button';
import { Disclosure } from '@/components/ui/Disclosure';
import { Section } from '@/components/ui/Section';
import { useToast } from '@/components/ui/ToastProvider';
import { blockText } from '@/lib/calendar/enrich/block-of';
import { clock } from '@/lib/platform/clock';
import { copyText } from '@/lib/platform/copy-text';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { eventPlans } from '@/lib/store/event-plan';
import { EnrichOffer } from './enrich/EnrichOffer.tsx';
import { EnrichState } from './enrich/EnrichState.tsx';
import { useEnrichment } from './enrich/use-enrichment.ts';
import { eventBlock } from './event-text.ts';
import type { CircleView } from './use-circles.ts';
import './event-text.css';

/** The agenda in the circle's calendar event: whether it is written there, and the text to see and to paste. */
export function EventTextSection({ view }: { readonly view: CircleView }) {
  const toast = useToast();
  const circleId = view.circle.id;
  const plans = useLiveQuery(() => eventPlans(database(), circleId, clock.now()), [circleId]);
  const enrichment = useEnrichment(circleId);
  if (!plans || !enrichment) return null;
  const text = blockText(eventBlock(plans.series));
  const copy = async () => toast({ text: t((await copyText(text)) ? 'event_copied' : 'event_not_copied') });
  const { row, targets } = enrichment;
  const isByHand = !row && !targets.some((one) => one.mayWrite);
  const button = (
    <div className="next-ways">
      <Button onClick={() => void copy()}>{t('event_copy')}</Button>
    </div>
  );
  return (
    <Section title={t('event_section')}>
      <p>{t('event_lead')}</p>
      <p className="quiet">{t('event_never')}</p>
      <Disclosure title={t('event_see')}>
        <p className="event-text">{text}</p>
        {isByHand ? null : button}
      </Disclosure>
      {isByHand ? button : null}
      {row ? (
        <EnrichState row={row} view={enrichment} />
      ) : (
        <EnrichOffer circleId={circleId} view={enrichment} />
      )}
    </Section>
  );
}
