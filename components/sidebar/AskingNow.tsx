import type { MeetingRow } from '@/lib/meeting/meeting';
import { t } from '@/lib/platform/i18n';
import { MemberChip } from '../card/MemberChip.tsx';
import { Section } from '../ui/Section.tsx';
import { MinutesField } from './MinutesField.tsx';
import { hereNow, useStage } from './stage.ts';

/** In the phase that asks for time: the minutes each wants, fitted with the next Next. */
export function AskingNow({ row }: { readonly row: MeetingRow }) {
  const { room, cards, me } = useStage();
  const asking = hereNow(room, row).filter(
    (id) => row.presence[id]?.presence !== 'left' && row.gave[id] === undefined,
  );
  return (
    <Section title={t('sidebar_asking')}>
      <p className="calm-line">{t('sidebar_asking_now')}</p>
      <ul className="plain-list asking">
        {asking.map((id) => {
          const card = cards.get(id);
          return card ? (
            <li key={id} className="who-row">
              <MemberChip member={card} isMe={id === me} />
              <MinutesField member={id} />
            </li>
          ) : null;
        })}
      </ul>
    </Section>
  );
}
