import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { RadioGroup } from '@/components/ui/RadioGroup';
import { Section } from '@/components/ui/Section';
import type { TieCategory } from '@/lib/network/facts';
import { t } from '@/lib/platform/i18n';
import { NETWORK, readSetting, type Settings, writeSetting } from '@/lib/platform/settings';
import type { CircleView } from '../circles/use-circles.ts';
import { Page } from '../Page.tsx';
import { routeTo } from '../route.ts';
import { AddTie } from './AddTie.tsx';
import { GuestOffers } from './GuestOffers.tsx';
import { found, type NetworkFilter, NetworkFilters, NO_FILTER } from './NetworkFilters.tsx';
import { Questions } from './Questions.tsx';
import { SamePerson } from './SamePerson.tsx';
import { TieList } from './TieList.tsx';
import { TieMapView } from './TieMapView.tsx';
import { TimeForAWord } from './TimeForAWord.tsx';
import type { Network } from './use-network.ts';

type View = Settings['network']['view'];
/** From so many ties on one looks for somebody. */
const MANY = 15;

/** The whole network: whom to write to, the map or the list, what is still empty, and guests one may want to keep. */
export function Overview({
  network,
  circles,
}: {
  readonly network: Network;
  readonly circles: readonly CircleView[];
}) {
  const { ties, due, today } = network;
  const [view, setView] = useView();
  const [filter, setFilter] = useState<NetworkFilter>(NO_FILTER);
  const [adding, setAdding] = useState(false);
  const { record, problem } = useRecord();
  const questions = useRef<HTMLDivElement>(null);
  const inUse = circles.filter(({ circle }) => !circle.archived);
  const many = ties.length > MANY;
  const shown = many ? found(ties, filter) : ties;
  const dueIds = new Set(due.map(({ tie }) => tie.id));
  const ask = (category: TieCategory) =>
    questions.current?.querySelector<HTMLInputElement>(`[data-category="${category}"] input`)?.focus();
  const listOf = (category: TieCategory | null) => {
    setFilter({ ...NO_FILTER, category: category ?? 'unsaid' });
    setView('list');
  };

  return (
    <Page
      title={t('network_title')}
      lead={t('network_lead')}
      aside={
        <Button icon="plus" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {t('network_add')}
        </Button>
      }
    >
      {adding ? <AddTie record={record} onClose={() => setAdding(false)} /> : null}
      {problem}
      <SamePerson ties={ties} />
      <TimeForAWord due={due} network={network} />
      <Section
        title={t('network_ties')}
        aside={
          <RadioGroup<View>
            label={t('network_view')}
            value={view}
            options={[
              { value: 'map', label: t('network_view_map') },
              { value: 'list', label: t('network_view_list') },
            ]}
            onChange={setView}
          />
        }
      >
        {ties.length === 0 ? <Nobody /> : null}
        {many ? (
          <NetworkFilters value={filter} onChange={setFilter} ties={ties} count={shown.length} />
        ) : null}
        {view === 'map' ? (
          <TieMapView
            ties={shown}
            circles={inUse}
            dueIds={dueIds}
            today={today}
            asks={!many || filter === NO_FILTER}
            onAsk={ask}
            onMore={listOf}
          />
        ) : null}
        {view === 'list' ? <TieList ties={shown} circles={inUse} dueIds={dueIds} today={today} /> : null}
      </Section>
      <div ref={questions}>
        <Questions ties={ties} record={record} />
      </div>
      <GuestOffers record={record} ties={ties} />
      <p className="network-reflect">
        <Icon name="note" />
        <span>
          {t('network_reflect_words')}{' '}
          <a href={routeTo('network', 'reflection')}>{t('network_reflect_link')}</a>
        </span>
      </p>
      <p className="network-private">
        <Icon name="lock" />
        {t('network_private')}
      </p>
    </Page>
  );
}

const Nobody = (): ReactNode => <p className="network-words">{t('network_nobody')}</p>;

/** Map or list, as it was left on this device; nothing until that is known, so that neither flashes by. */
function useView(): [View | undefined, (view: View) => void] {
  const [view, setView] = useState<View>();
  useEffect(() => {
    let isGone = false;
    void readSetting('network', NETWORK).then((stored) => {
      if (!isGone) setView((now) => now ?? stored.view);
    });
    return () => {
      isGone = true;
    };
  }, []);
  const choose = (next: View) => {
    setView(next);
    void writeSetting('network', { view: next });
  };
  return [view, choose];
}
