import { useLiveQuery } from 'dexie-react-hooks';
import { type LookBack, lookBack } from '@/lib/circle/look-back';
import { t, tn } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { dateWords, dayOf } from '../dates.ts';

/** What a circle came to, followed; undefined while it is counted. */
export function useLookBack(circleId: string): LookBack | undefined {
  return useLiveQuery(async () => {
    const db = database();
    const [held, contracts] = await Promise.all([
      db.meetings.where('[circleId+phase]').equals([circleId, 'ended']).toArray(),
      db.contracts.where('[circleId+madeAt]').between([circleId, -Infinity], [circleId, Infinity]).toArray(),
    ]);
    return lookBack(held, contracts);
  }, [circleId]);
}

/** The same in sentences, without anybody's words and without a percentage. @param now UTC ms. */
export function lookBackWords(back: LookBack, now: number): string[] {
  const { meetings, first, last, made, kept, partly, changed, open } = back;
  if (first === null || last === null) return [t('life_look_none')];
  const [from, to] = [dateWords(dayOf(first), now), dateWords(dayOf(last), now)];
  return [
    meetings === 1 ? t('life_look_met_once', { date: from }) : tn('life_look_met', meetings, { from, to }),
    made === 0 ? t('life_look_made_none') : tn('life_look_made', made),
    ...(kept > 0 ? [tn('life_look_kept', kept)] : []),
    ...(partly > 0 ? [tn('life_look_partly', partly)] : []),
    ...(changed > 0 ? [tn('life_look_changed', changed)] : []),
    ...(open > 0 ? [tn('life_look_open', open)] : []),
  ];
}

/** What the circle came to, one sentence a line. */
export function LookBackLines({ circleId, now }: { readonly circleId: string; readonly now: number }) {
  const back = useLookBack(circleId);
  if (!back) return null;
  return (
    <ul className="plain-list look-back">
      {lookBackWords(back, now).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
