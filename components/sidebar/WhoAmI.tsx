import { presentMembers } from '@/lib/circle/member';
import { setSelf } from '@/lib/me/write-note';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { Select } from '../ui/Select.tsx';
import { useStage } from './stage.ts';

/** Asked once, where nobody knows yet which of the members sits at this computer. */
export function WhoAmI() {
  const { room, record } = useStage();
  const choose = async (memberId: string) => {
    if (memberId === '') return;
    const before = (await database().selves.get(room.circle.id)) ?? null;
    await record([setSelf(room.circle.id, memberId, before)]);
  };
  return (
    <div className="who-am-i">
      <Select
        label={t('sidebar_who_am_i')}
        value=""
        options={[
          { value: '', label: t('sidebar_who_am_i_choose') },
          ...presentMembers(room.members).map((member) => ({ value: member.id, label: member.name })),
        ]}
        onChange={(memberId) => void choose(memberId)}
      />
      <p className="calm-line">{t('sidebar_who_am_i_why')}</p>
    </div>
  );
}
