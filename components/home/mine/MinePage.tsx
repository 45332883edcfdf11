import { useLiveQuery } from 'dexie-react-hooks';
import { useRecord } from '@/components/card/use-record';
import { Section } from '@/components/ui/Section';
import { Skeleton } from '@/components/ui/Skeleton';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { listPigs, shownStrokes } from '@/lib/store/only-mine';
import { useCircles } from '../circles/use-circles.ts';
import { useNow } from '../circles/use-now.ts';
import { Page } from '../Page.tsx';
import { KeptStroke } from './KeptStroke.tsx';
import { NewPig } from './NewPig.tsx';
import { PigCard } from './PigCard.tsx';
import './mine.css';

/** What is for nobody else: the pigs, each with what a peer would say, and the strokes one kept. */
export function MinePage() {
  const circles = useCircles();
  const mine = useLiveQuery(async () => {
    const [pigs, strokes] = await Promise.all([listPigs(database()), shownStrokes(database())]);
    return { pigs, strokes };
  }, []);
  const { record, problem } = useRecord();
  const now = useNow();
  return (
    <Page title={t('mine_title')} lead={t('mine_lead')}>
      {!mine || !circles ? (
        <Skeleton lines={6} />
      ) : (
        <>
          <Section title={t('mine_pigs')}>
            <p className="mine-words">{t('mine_pigs_words')}</p>
            <NewPig record={record} />
            {problem}
            <ul className="plain-list pigs" aria-label={t('mine_pigs')} hidden={mine.pigs.length === 0}>
              {mine.pigs.map((pig) => (
                <li key={pig.id}>
                  <PigCard pig={pig} now={now} record={record} />
                </li>
              ))}
            </ul>
          </Section>
          <Section title={t('mine_strokes')}>
            {mine.strokes.length === 0 ? <p className="mine-words">{t('mine_strokes_none')}</p> : null}
            <ul
              className="plain-list kept-strokes"
              aria-label={t('mine_strokes')}
              hidden={mine.strokes.length === 0}
            >
              {mine.strokes.map((stroke) => (
                <li key={stroke.id}>
                  <KeptStroke
                    stroke={stroke}
                    circle={circles.find(({ circle }) => circle.id === stroke.circleId)?.circle.name}
                    now={now}
                  />
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </Page>
  );
}
