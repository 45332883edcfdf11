import { useRecord } from '@/components/card/use-record';
import { Menu, type MenuItem } from '@/components/ui/Menu';
import { Section } from '@/components/ui/Section';
import { rolesToCome } from '@/lib/circle/roles-to-come';
import { type Acting, setDuty, skipDuty } from '@/lib/meeting/commands';
import { MEETING_ROLES, type MeetingRole } from '@/lib/meeting/facts';
import type { RotaMeeting } from '@/lib/meeting/rota';
import { t } from '@/lib/platform/i18n';
import { listFormat } from '@/lib/platform/intl';
import type { Coming } from '@/lib/store/coming';
import { slotOf } from '@/lib/store/room';
import type { Upcoming } from '@/lib/store/schedule';
import { dateWords, dayOf } from './dates.ts';
import { SkipDate } from './life/SkipDate.tsx';
import type { CircleView } from './use-circles.ts';
import './roles-to-come.css';

const ROLE_KEYS = {
  facilitator: 'sidebar_role_facilitator',
  timekeeper: 'sidebar_role_timekeeper',
  host: 'sidebar_role_host',
} as const satisfies Record<MeetingRole, string>;

interface Ahead extends RotaMeeting {
  readonly key: string;
  readonly title: string;
  /** Null for a meeting that has no date yet. */
  readonly acting: Acting | null;
  readonly one: Upcoming | null;
}

/** Who has which role at the next meetings, to be swapped or passed on. */
export function RolesToCome({
  view,
  coming,
  now,
}: {
  readonly view: CircleView;
  readonly coming: Coming;
  readonly now: number;
}) {
  const { members, me } = view;
  const { record, problem } = useRecord();
  const nameOf = (id: string | null) => members.find((member) => member.id === id)?.name ?? '?';
  const dated = coming.ahead.map(({ one, row }, i) => ({
    key: one.meetingId,
    title: dateWords(dayOf(one.start), now),
    one,
    acting: { slot: slotOf(one), row, by: me?.id ?? null },
    number: coming.count + 1 + i,
    on: dayOf(one.start).toString(),
    row,
  }));
  const undated = (['rota_next', 'rota_then'] as const).map((key, i) => ({
    key,
    title: t(key),
    one: null,
    acting: null,
    number: coming.count + 1 + i,
    on: dayOf(now).toString(),
    row: null,
  }));
  const next = dated.length > 0 ? dated : undated;
  const rota = rolesToCome(members, coming.held, next);
  const ahead: Ahead[] = next.flatMap(({ key, title, one, acting }, i) => {
    const meeting = rota[i];
    return meeting ? [{ key, title, one, acting, ...meeting }] : [];
  });

  const swap = (role: MeetingRole, one: Acting, mine: string, other: Acting, theirs: string) =>
    void record(
      [...setDuty(one, role, theirs), ...setDuty(other, role, mine)],
      t('rota_swapped_said', { name: nameOf(mine), other: nameOf(theirs) }),
    );
  const itemsOf = (role: MeetingRole, meeting: Ahead): MenuItem[] => {
    const mine = meeting.roles[role];
    const { acting } = meeting;
    if (mine === null || !acting) return [];
    const swaps = ahead.flatMap((other): MenuItem[] => {
      const theirs = other.roles[role];
      if (other === meeting || theirs === null || theirs === mine || !other.acting) return [];
      const there = other.acting;
      return [
        {
          label: t('rota_swap', { name: nameOf(theirs), date: other.title }),
          onSelect: () => swap(role, acting, mine, there, theirs),
        },
      ];
    });
    const skip: MenuItem = {
      label: t('rota_skip'),
      icon: 'pass',
      apart: swaps.length > 0,
      onSelect: () =>
        void record(skipDuty(acting, role, mine), t('rota_skipped_said', { name: nameOf(mine) })),
    };
    return [...swaps, skip];
  };

  return (
    <Section title={t('rota_title')}>
      <p className="quiet">{t(dated.length > 0 ? 'rota_hint' : 'rota_no_dates')}</p>
      {problem}
      <ol className="plain-list rota">
        {ahead.map((meeting) => (
          <li key={meeting.key}>
            <div className="past-head">
              <h3>{meeting.title}</h3>
              {meeting.one ? <SkipDate one={meeting.one} by={me?.id ?? null} now={now} /> : null}
            </div>
            <ul className="plain-list rota-roles">
              {MEETING_ROLES.filter((role) => meeting.roles[role] !== null).map((role) => {
                const items = itemsOf(role, meeting);
                const name = nameOf(meeting.roles[role]);
                return (
                  <li key={role}>
                    <span className="rota-role">{t(ROLE_KEYS[role])}</span>
                    <span className="rota-who">
                      {name}
                      {meeting.why[role] === 'swapped' ? (
                        <span className="quiet"> · {t('sidebar_role_why_swapped')}</span>
                      ) : null}
                    </span>
                    {items.length > 0 ? (
                      <Menu
                        size="small"
                        label={t('rota_change', { role: t(ROLE_KEYS[role]), date: meeting.title, name })}
                        items={items}
                      />
                    ) : null}
                  </li>
                );
              })}
            </ul>
            <Away acting={meeting.acting} nameOf={nameOf} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Away({
  acting,
  nameOf,
}: {
  readonly acting: Acting | null;
  readonly nameOf: (id: string) => string;
}) {
  const away = Object.entries(acting?.row?.presence ?? {}).filter(([, { presence }]) => presence === 'away');
  if (away.length === 0) return null;
  const names = listFormat().format(away.map(([id]) => nameOf(id)));
  return <p className="quiet">{t('rota_away', { names })}</p>;
}
