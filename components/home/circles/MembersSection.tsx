import { useState } from 'react';
import { MemberChip } from '@/components/card/MemberChip';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Menu } from '@/components/ui/Menu';
import { Section } from '@/components/ui/Section';
import { memberLeft, memberReturned } from '@/lib/circle/edit';
import { MAX_MEMBERS } from '@/lib/circle/facts';
import { type MemberRow, presentMembers } from '@/lib/circle/member';
import { setSelf } from '@/lib/me/write-note';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { AddMember } from './AddMember.tsx';
import { dateWords, dayOf } from './dates.ts';
import { EditMember } from './EditMember.tsx';
import { type CircleView, cardMember } from './use-circles.ts';

const STAY = ['member.left', 'member.returned'];

/** Who is in the circle, who was, and how that changes. */
export function MembersSection({ view, now }: { readonly view: CircleView; readonly now: number }) {
  const { circle, members, me } = view;
  const by = me?.id ?? null;
  const [editing, setEditing] = useState('');
  const [adding, setAdding] = useState(false);
  const { record, problem } = useRecord();
  const present = presentMembers(members);
  const former = members.filter((member) => member.leftOn !== null);
  const today = () => dayOf(clock.now()).toString();

  const leave = async (member: MemberRow) => {
    const replaces = await factsOfKind(database(), circle.id, member.id, STAY);
    const said = t('circles_member_left_done', { name: member.name });
    await record([memberLeft(circle.id, by, member.id, today(), replaces)], said);
  };
  const comeBack = async (member: MemberRow) => {
    const replaces = await factsOfKind(database(), circle.id, member.id, STAY);
    const said = t('circles_member_back_done', { name: member.name });
    await record([memberReturned(circle.id, by, member.id, today(), replaces)], said);
  };
  const isMe = async (member: MemberRow) => {
    const before = (await database().selves.get(circle.id)) ?? null;
    const said = t('circles_member_is_me_done', { name: member.name });
    await record([setSelf(circle.id, member.id, before)], said);
  };

  return (
    <Section
      title={t('circles_members')}
      aside={
        <>
          {tn('circles_people', present.length)}
          {present.length >= MAX_MEMBERS ? null : (
            <Button
              variant="plain"
              size="small"
              icon="plus"
              aria-expanded={adding}
              onClick={() => setAdding(!adding)}
            >
              {t('circles_member_add_one')}
            </Button>
          )}
        </>
      }
    >
      <ul className="plain-list member-list">
        {present.map((member) => (
          <li key={member.id}>
            {editing === member.id ? (
              <EditMember view={view} member={member} onDone={() => setEditing('')} />
            ) : (
              <div className="member-row">
                <MemberChip
                  member={cardMember(view, member)}
                  isMe={member.id === me?.id}
                  word={member.guide ? t('circles_guide_word') : undefined}
                />
                <Menu
                  size="small"
                  label={t('circles_member_more', { name: member.name })}
                  items={[
                    {
                      label: t('circles_member_rename'),
                      icon: 'edit',
                      onSelect: () => setEditing(member.id),
                    },
                    ...(member.id === me?.id
                      ? []
                      : [
                          {
                            label: t('circles_member_is_me'),
                            icon: 'check' as const,
                            onSelect: () => void isMe(member),
                          },
                        ]),
                    {
                      label: t('circles_member_left'),
                      icon: 'arrow',
                      apart: true,
                      onSelect: () => void leave(member),
                    },
                  ]}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
      {present.length >= MAX_MEMBERS ? (
        <p className="quiet">{t('circles_members_full')}</p>
      ) : adding ? (
        <AddMember view={view} onDone={() => setAdding(false)} />
      ) : null}
      {problem}
      {former.length > 0 ? (
        <div className="former">
          <h3>{t('circles_former')}</h3>
          <ul className="plain-list member-list">
            {former.map((member) => (
              <li key={member.id} className="member-row">
                <MemberChip
                  member={cardMember(view, member)}
                  isMe={member.id === me?.id}
                  word={t('circles_former_since', {
                    date: dateWords(Temporal.PlainDate.from(member.leftOn ?? member.joinedOn), now, 'short'),
                  })}
                />
                {present.length < MAX_MEMBERS ? (
                  <Button
                    size="small"
                    aria-label={t('circles_member_back_named', { name: member.name })}
                    onClick={() => void comeBack(member)}
                  >
                    {t('circles_member_back')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Section>
  );
}
