import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { MemberChip } from '@/components/card/MemberChip';
import { useRecord } from '@/components/card/use-record';
import { useSpace } from '@/components/card/use-space';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { Disclosure } from '@/components/ui/Disclosure';
import { Menu, type MenuItem } from '@/components/ui/Menu';
import { Notice } from '@/components/ui/Notice';
import { Section } from '@/components/ui/Section';
import { type MemberRow, presentMembers } from '@/lib/circle/member';
import type { RightsRow } from '@/lib/circle/rights';
import { nameSteward } from '@/lib/circle/rights-commands';
import { isSpaceId } from '@/lib/fact/space';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { problemWords } from '@/lib/share/transport/relay-words';
import { database } from '@/lib/store/database';
import { isCopy, isOutside } from '@/lib/store/let-in';
import { stopSharingWith } from '@/lib/store/let-out';
import { relaysOf } from '@/lib/store/space-settings';
import { type CircleView, cardMember } from '../circles/use-circles.ts';
import { momentText } from '../moment-text.ts';
import { BringHistory } from './BringHistory.tsx';
import { ByFile } from './ByFile.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { ShareDialog } from './ShareDialog.tsx';
import { SharedWay } from './SharedWay.tsx';
import './share.css';

/** Whether and how a circle is shared with its members, and who is let in. */
export function ShareSection({ view }: { readonly view: CircleView }) {
  return isSpaceId(view.circle.id) ? <Shared view={view} /> : <Unshared view={view} />;
}

function Unshared({ view }: { readonly view: CircleView }) {
  const [sharing, setSharing] = useState(false);
  return (
    <Section title={t('share_title')}>
      <p>{t('share_none_lead')}</p>
      {view.me ? (
        <div className="next-ways">
          <Button icon="people" onClick={() => setSharing(true)}>
            {t('share_begin')}
          </Button>
        </div>
      ) : (
        <p className="quiet">{t('share_none_need')}</p>
      )}
      {sharing && view.me ? <ShareDialog view={view} onClose={() => setSharing(false)} /> : null}
    </Section>
  );
}

function Shared({ view }: { readonly view: CircleView }) {
  const { circle, members, me } = view;
  const standing = useSpace(circle.id);
  const rights = useLiveQuery(() => database().rights.get(circle.id), [circle.id]);
  const relays = useLiveQuery(() => relaysOf(database(), circle.id), [circle.id]);
  const outside = useLiveQuery(async () => {
    const db = database();
    return (await isOutside(db, circle.id)) && { isCopy: await isCopy(db, circle.id) };
  }, [circle.id]);
  const [inviting, setInviting] = useState<MemberRow | null>(null);
  const [removing, setRemoving] = useState<MemberRow | null>(null);
  const { record, attempt, problem } = useRecord();
  if (!rights || outside === undefined) return null;
  if (outside)
    return (
      <Section title={t('share_title')}>
        <Notice
          kind="info"
          title={t('circles_outside_title')}
          kept={t('share_outside_kept')}
          todo={t('circles_outside_todo')}
        />
        {outside.isCopy && me ? (
          <BeginAnew view={view} ask={t('share_anew_ask')} lead={t('share_anew_lead')} />
        ) : null}
      </Section>
    );
  const iAmSteward = me !== null && isSteward(rights, me.id);
  const stewards = members.filter(({ id }) => isSteward(rights, id));
  const makeSteward = async (member: MemberRow) => {
    if (!me) return;
    await record(
      [nameSteward(rights, me.id, member.id, clock.now())],
      t('share_steward_made', { name: member.name }),
    );
  };
  const stop = async (member: MemberRow) => {
    setRemoving(null);
    await attempt(() => stopSharingWith(database(), circle.id, member.id));
  };
  return (
    <Section title={t('share_title')}>
      <p>{t('share_lead')}</p>
      {standing?.problem ? (
        <Notice kind="info" title={problemWords(standing.problem)} kept={t('share_offline')} />
      ) : null}
      <ul className="plain-list share-people">
        {presentMembers(members).map((member) => {
          const devices = rights.devices.filter((one) => one.member === member.id && one.last === null);
          const items = waysWith(member, devices.length, {
            me: me?.id ?? null,
            iAmSteward,
            isSteward: isSteward(rights, member.id),
            onInvite: () => setInviting(member),
            onSteward: () => void makeSteward(member),
            onRemove: () => setRemoving(member),
          });
          return (
            <li key={member.id}>
              <span className="share-person">
                <MemberChip
                  member={cardMember(view, member)}
                  isMe={member.id === me?.id}
                  word={isSteward(rights, member.id) ? t('share_steward') : undefined}
                />
                <span className="share-state">
                  {stateWords(standing, member, devices.length, me?.id, relays?.length === 0)}
                </span>
              </span>
              <span className="share-acts">
                {iAmSteward && devices.length === 0 ? (
                  <Button
                    size="small"
                    aria-label={t('share_invite_named', { name: member.name })}
                    onClick={() => setInviting(member)}
                  >
                    {t('share_invite')}
                  </Button>
                ) : null}
                {items.length > 0 ? (
                  <Menu size="small" label={t('share_more', { name: member.name })} items={items} />
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
      {stewards.length === 1 && rights.devices.length > 1 ? (
        <p className="quiet">
          {iAmSteward ? t('share_one_steward') : t('share_only_steward', { name: stewards[0]?.name ?? '?' })}
        </p>
      ) : null}
      {me && me.leftOn === null && !iAmSteward ? (
        <BeginAnew view={view} ask={t('share_gone_ask')} lead={t('share_gone_lead')} />
      ) : null}
      {problem}
      <BringHistory space={circle.id} />
      <SharedWay space={circle.id} standing={standing} />
      {relays?.length === 0 ? (
        <ByFile space={circle.id} />
      ) : (
        <Disclosure title={t('by_file_title')}>
          <ByFile space={circle.id} />
        </Disclosure>
      )}
      {inviting ? (
        <InviteDialog space={circle.id} member={inviting} onClose={() => setInviting(null)} />
      ) : null}
      <ConfirmDialog
        open={removing !== null}
        title={t('share_remove_title', { name: removing?.name ?? '' })}
        confirm={t('share_remove_short')}
        danger
        onConfirm={() => removing && void stop(removing)}
        onCancel={() => setRemoving(null)}
      >
        <p>{t('share_remove_words', { name: removing?.name ?? '' })}</p>
      </ConfirmDialog>
    </Section>
  );
}

/** Where nobody is left who could invite: the circle begins anew from what is here. */
function BeginAnew({
  view,
  ask,
  lead,
}: {
  readonly view: CircleView;
  readonly ask: string;
  readonly lead: string;
}) {
  const [beginning, setBeginning] = useState(false);
  return (
    <Disclosure title={ask}>
      <p>{lead}</p>
      <div className="next-ways">
        <Button icon="people" onClick={() => setBeginning(true)}>
          {t('share_anew_do')}
        </Button>
      </div>
      {beginning ? <ShareDialog view={view} anew onClose={() => setBeginning(false)} /> : null}
    </Disclosure>
  );
}

const isSteward = (rights: RightsRow, member: string): boolean =>
  rights.stewards.some((one) => one.member === member && one.until === null);

interface Ways {
  readonly me: string | null;
  readonly iAmSteward: boolean;
  readonly isSteward: boolean;
  readonly onInvite: () => void;
  readonly onSteward: () => void;
  readonly onRemove: () => void;
}

function waysWith(member: MemberRow, devices: number, ways: Ways): MenuItem[] {
  const isMe = member.id === ways.me;
  if (devices === 0 || !(ways.iAmSteward || isMe)) return [];
  return [
    { label: t('share_invite_again'), icon: 'plus', onSelect: ways.onInvite },
    ...(ways.iAmSteward && !ways.isSteward
      ? [{ label: t('share_make_steward'), icon: 'people' as const, onSelect: ways.onSteward }]
      : []),
    ...(ways.iAmSteward && !isMe
      ? [
          {
            label: t('share_remove', { name: member.name }),
            icon: 'trash' as const,
            danger: true,
            apart: true,
            onSelect: ways.onRemove,
          },
        ]
      : []),
  ];
}

function stateWords(
  standing: ReturnType<typeof useSpace>,
  member: MemberRow,
  devices: number,
  me: string | undefined,
  byFile: boolean,
): string {
  if (devices === 0) return t('share_state_none');
  if (member.id === me) return devices > 1 ? tn('share_devices', devices) : '';
  // Nobody is seen coming by file.
  if (byFile) return '';
  const here = standing?.here.filter((one) => one.member === member.id) ?? [];
  if (here.length === 0) return t('share_state_away');
  const words = t(here.some((one) => one.upToDate) ? 'share_state_here' : 'share_state_catching');
  const since = Math.min(...here.map((one) => one.since));
  return `${words} · ${t('share_state_since', { when: momentText(since) })}`;
}
