import { useLiveQuery } from 'dexie-react-hooks';
import { useRecord } from '@/components/card/use-record';
import { NumberField } from '@/components/ui/NumberField';
import { useAtOnce } from '@/components/ui/use-at-once';
import { askForTime } from '@/lib/meeting/commands';
import { FLOOR_MS, MINUTE_MS } from '@/lib/meeting/plan';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { slotOf } from '@/lib/store/room';
import type { Upcoming } from '@/lib/store/schedule';

/** How many minutes I want at the next meeting, said before it begins. */
export function AskForTime({ next, me }: { readonly next: Upcoming; readonly me: string }) {
  const row = useLiveQuery(
    async () => (await database().meetings.get([next.circleId, next.meetingId])) ?? null,
    [next.circleId, next.meetingId],
  );
  const { record, problem } = useRecord();
  const [minutes, setMinutes, forget] = useAtOnce(row?.asked[me]);
  // Once it has begun its minutes are in the sidebar; a turn that was given away has none.
  if (row === undefined || (row && row.phase !== 'before') || row?.gave[me] !== undefined) return problem;
  const slot = slotOf(next);
  const ask = async (asked: number | undefined) => {
    const whole = asked === undefined ? undefined : Math.round(Math.max(0, Math.min(slot.lengthMin, asked)));
    setMinutes(whole);
    if (!(await record(askForTime({ slot, row, by: me }, me, whole ?? null)))) forget();
  };
  return (
    <>
      <NumberField
        className="popup-ask"
        label={t('popup_ask')}
        hint={t('popup_ask_hint', { floor: FLOOR_MS / MINUTE_MS })}
        min={0}
        max={slot.lengthMin}
        unit={t('sidebar_min_unit')}
        placeholder="–"
        value={minutes}
        onChange={(asked) => void ask(asked)}
      />
      {problem}
    </>
  );
}
