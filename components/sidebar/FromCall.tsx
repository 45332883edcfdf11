import { matchNames } from '@/lib/circle/match-names';
import { presentMembers } from '@/lib/circle/member';
import { setPresence } from '@/lib/meeting/commands';
import { clock } from '@/lib/platform/clock';
import { locale, t } from '@/lib/platform/i18n';
import { Button } from '../ui/Button.tsx';
import { hereNow, useStage } from './stage.ts';
import { useCallNames } from './use-call-names.ts';

const listed = (names: readonly string[]) => new Intl.ListFormat(locale()).format(names);

/** What the call's page tells about who is here: never more than an offer, and nobody is taken out by it. */
export function FromCall() {
  const { room, acting, record, cards } = useStage();
  const found = useCallNames(room.circle.id);
  if (found.kind === 'none') return null;
  if (found.kind === 'unreadable') return <p className="calm-line">{t('sidebar_unreadable')}</p>;
  const members = presentMembers(room.members);
  const { here, others } = matchNames(members, found.names);
  const ticked = hereNow(room, acting.row);
  const unticked = here.filter((id) => !ticked.includes(id));
  const nameOf = (id: string) => cards.get(id)?.name ?? '?';
  return (
    <div className="from-call">
      <p className="calm-line">
        {t('sidebar_from_call', { names: listed([...here.map(nameOf), ...others]) })}
      </p>
      {unticked.length > 0 ? (
        <Button
          size="small"
          onClick={() => void record(unticked.flatMap((id) => setPresence(acting, id, 'here', clock.now())))}
        >
          {t('sidebar_from_call_tick', { names: listed(unticked.map(nameOf)) })}
        </Button>
      ) : null}
    </div>
  );
}
