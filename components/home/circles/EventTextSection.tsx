import { Button } from '@/components/ui/Button';
import { Disclosure } from '@/components/ui/Disclosure';
import { Section } from '@/components/ui/Section';
import { useToast } from '@/components/ui/ToastProvider';
import { blockText } from '@/lib/calendar/enrich/block-of';
import { copyText } from '@/lib/platform/copy-text';
import { t } from '@/lib/platform/i18n';
import type { Upcoming } from '@/lib/store/schedule';
import { eventBlock } from './event-text.ts';
import { joinAddress } from './open-sidebar.ts';
import type { CircleView } from './use-circles.ts';
import './event-text.css';

/** The text for the circle's calendar event, to see and to paste. */
export function EventTextSection({
  view,
  next,
}: {
  readonly view: CircleView;
  readonly next: Upcoming | undefined;
}) {
  const toast = useToast();
  const link = view.circle.links.find((one) => one.kind === 'call');
  const url = joinAddress(next?.call?.url ?? (link?.kind === 'call' ? link.url : undefined));
  const text = blockText(eventBlock(view.circle, view.members, url ?? null));
  const copy = async () => toast({ text: t((await copyText(text)) ? 'event_copied' : 'event_not_copied') });
  return (
    <Section title={t('event_section')}>
      <p>{t('event_lead')}</p>
      <p className="quiet">{t('event_never')}</p>
      <Disclosure title={t('event_see')}>
        <p className="event-text">{text}</p>
      </Disclosure>
      <div className="next-ways">
        <Button onClick={() => void copy()}>{t('event_copy')}</Button>
      </div>
    </Section>
  );
}
