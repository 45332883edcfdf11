import { matchNames } from '@/lib/circle/match-names';
import { presentMembers } from '@/lib/circle/member';
import { partNames } from '@/lib/circle/note-takers';
import { setPresence } from '@/lib/meeting/commands';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { listFormat } from '@/lib/platform/intl';
import { Button } from '../ui/Button.tsx';
import { hereNow, useStage } from './stage.ts';
import type { CallNames } from './use-call-names.ts';

const listed = (names: readonly string[]) => listFormat().format(names);

/** What the call's page tells about who is here: never more than an offer, and nobody is taken out by it. */
export function FromCall({ found }: { readonly found: CallNames }) {
  const { room, acting, record, cards } = useStage();
  if (found.kind === 'none') return null;
  if (found.kind === 'unreadable')
    return (
      <p className="calm-line">
        {t('sidebar_unreadable')} {found.recording ? null : t('zero_unknown')}
      </p>
    );
  const members = presentMembers(room.members);
  // "Asha Sen’s note-taker" is not Asha Sen.
  const { people } = partNames(
    found.names,
    room.members.map((member) => member.name),
  );
  if (people.length === 0) return null;
  const { here, others } = matchNames(members, people);
  const ticked = hereNow(room, acting.row);
  const unticked = here.filter((id) => !ticked.includes(id));
  const nameOf = (id: string) => cards.get(id)?.name ?? '?';
  return (
    <div className="from-call">
      <p className="calm-line">
        {t('sidebar_from_call', { names: listed([...here.map(nameOf), ...others]) })}
      </p>
      {found.recording ? null : <p className="calm-line">{t('zero_unknown')}</p>}
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
