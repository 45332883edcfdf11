import { MemberChip } from '@/components/card/MemberChip';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { presentMembers } from '@/lib/circle/member';
import { setSelf } from '@/lib/me/write-note';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { type CircleView, cardMember } from './use-circles.ts';

/** Asked where nobody knows who the member is: a circle that came with an import, for instance. */
export function WhoAmI({ view }: { readonly view: CircleView }) {
  const { record, problem } = useRecord();
  const choose = async (memberId: string, name: string) => {
    const before = (await database().selves.get(view.circle.id)) ?? null;
    await record([setSelf(view.circle.id, memberId, before)], t('circles_member_is_me_done', { name }));
  };
  return (
    <Section title={t('circles_who_title')}>
      <p>{t('circles_who_words')}</p>
      <ul className="plain-list who-list">
        {presentMembers(view.members).map((member) => (
          <li key={member.id}>
            <Button
              variant="plain"
              className="who-button"
              onClick={() => void choose(member.id, member.name)}
            >
              <MemberChip member={cardMember(view, member)} />
            </Button>
          </li>
        ))}
      </ul>
      {problem}
    </Section>
  );
}
