import { useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Menu } from '@/components/ui/Menu';
import { Section } from '@/components/ui/Section';
import { ME } from '@/lib/fact/fact';
import { removeTie, type Tie, type TieRow, tieEntity } from '@/lib/network/tie';
import { t } from '@/lib/platform/i18n';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { changeTie } from '@/lib/store/network';
import type { CircleView } from '../circles/use-circles.ts';
import { LetGo } from '../mine/LetGo.tsx';
import { Page } from '../Page.tsx';
import { routeTo } from '../route.ts';
import { InTouch } from './InTouch.tsx';
import { ShortNote } from './ShortNote.tsx';
import { TieFields } from './TieFields.tsx';
import { TieTexts } from './TieTexts.tsx';
import { categoryWords, tieParts } from './tie-words.ts';
import type { Network } from './use-network.ts';
import '../circles/life/life.css';

/** One tie: when we were in touch, a short note, and what I want to know of them. */
export function TiePage({
  tie,
  network,
  circles,
}: {
  readonly tie: TieRow;
  readonly network: Network;
  readonly circles: readonly CircleView[];
}) {
  const { record, attempt, problem } = useRecord();
  const [goes, setGoes] = useState(false);
  const { name } = tie;
  const write = async (change: Partial<Tie>) =>
    (await attempt(() => changeTie(database(), tie.id, change))) !== null;
  const leave = () => {
    location.hash = routeTo('network');
  };
  const remove = async () => {
    const facts = await factsOfKind(database(), ME, tieEntity(tie.id), ['tie.written']);
    if (await record([removeTie(tie.id, facts)], t('tie_removed_said', { name }))) leave();
  };
  const met = circles.find(({ circle }) => circle.id === tie.metIn?.circleId)?.circle.name;
  const known = [categoryWords(tie.category), ...tieParts(tie)].join(' · ');
  return (
    <Page
      title={name}
      tabTitle={t('network_title')}
      lead={met ? `${known} · ${t('network_met_in', { circle: met })}` : known}
      aside={
        <Menu
          label={t('network_more_for', { name })}
          items={[
            { label: t('network_remove'), icon: 'close', onSelect: () => void remove() },
            { label: t('network_erase'), icon: 'trash', danger: true, onSelect: () => setGoes(true) },
          ]}
        />
      }
    >
      <p className="circle-back">
        <a href={routeTo('network')}>{t('network_all')}</a>
      </p>
      {problem}
      <InTouch tie={tie} network={network} />
      <ShortNote tie={tie} circles={circles} today={network.today} />
      <Section title={t('network_about')}>
        <TieTexts tie={tie} onChange={write} />
        <TieFields tie={tie} withStanding onChange={write} />
      </Section>
      {goes ? (
        <LetGo
          entity={tieEntity(tie.id)}
          words={name}
          title={t('network_erase_title')}
          said={t('log_erased')}
          onDone={() => {
            setGoes(false);
            // Erased, there is nothing left to look at here.
            void database()
              .ties.get(tie.id)
              .then((row) => {
                if (!row) leave();
              });
          }}
        />
      ) : null}
    </Page>
  );
}
