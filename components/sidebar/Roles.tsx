import { setPrompts } from '@/lib/circle/edit';
import { presentMembers } from '@/lib/circle/member';
import { setRoles, skipDuty } from '@/lib/meeting/commands';
import { MEETING_ROLES, type MeetingRole } from '@/lib/meeting/facts';
import { PROMPT_CHOICES, type PromptChoice, promptLevel } from '@/lib/meeting/prompt-level';
import type { RotaMeeting, RotaWhy } from '@/lib/meeting/rota';
import { t } from '@/lib/platform/i18n';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Section } from '../ui/Section.tsx';
import { Select } from '../ui/Select.tsx';
import { useAtOnce } from '../ui/use-at-once.ts';
import { nameOf, useStage } from './stage.ts';

export const ROLE_KEYS = {
  facilitator: 'sidebar_role_facilitator',
  timekeeper: 'sidebar_role_timekeeper',
  host: 'sidebar_role_host',
} as const satisfies Record<MeetingRole, string>;

const WHY_KEYS = {
  swapped: 'sidebar_role_why_swapped',
  guide: 'sidebar_role_why_guide',
} as const satisfies Record<Exclude<RotaWhy, 'turn' | 'chosen'>, string>;

const PROMPT_KEYS = {
  auto: 'circles_prompts_auto',
  all: 'circles_prompts_all',
  few: 'circles_prompts_few',
} as const satisfies Record<PromptChoice, string>;

const DOES_KEYS = {
  facilitator: 'sidebar_role_does_facilitator',
  timekeeper: 'sidebar_role_does_timekeeper',
  host: 'sidebar_role_does_host',
} as const satisfies Record<MeetingRole, string>;

export interface RolesProps {
  readonly rota: RotaMeeting;
  readonly here: readonly string[];
  /** Who would have a role if whoever has it now were passed over; null: nobody. */
  readonly instead: (role: MeetingRole) => string | null;
}

/** Who facilitates, keeps time and hosts today: in turn, passed on with one press, or chosen. */
export function Roles({ rota, here, instead }: RolesProps) {
  const stage = useStage();
  const { acting, record, room } = stage;
  const { roles, why } = rota;
  // As long as a circle needs all prompts it is told what a role does, too.
  const isNew = promptLevel(room.held, room.circle.prompts) === 'all';
  /** The next in line has the role this time; the one passed over comes first next time. */
  const passOn = (role: MeetingRole, from: string, to: string) => {
    const said = t('sidebar_role_other_said', { role: t(ROLE_KEYS[role]), name: nameOf(stage, to) });
    // The other roles stay as they are; that it was passed on is kept, so that the next press goes on in line.
    const chosen = setRoles(acting, { ...roles, [role]: to });
    const passed = skipDuty(acting, role, from).filter((one) => one.kind !== 'meeting.planned');
    void record([...chosen, ...passed], said);
  };
  return (
    <Section title={t('sidebar_roles')}>
      <ul className="plain-list role-list">
        {MEETING_ROLES.map((role) => {
          const member = roles[role];
          const reason = why[role];
          const next = member === null ? null : instead(role);
          return (
            <li key={role} tabIndex={-1}>
              <span className="role-name">{t(ROLE_KEYS[role])}</span>
              <span className="role-who">
                {member === null ? t('sidebar_role_none') : nameOf(stage, member)}
                {member !== null && (reason === 'swapped' || reason === 'guide') ? (
                  <span className="role-why"> · {t(WHY_KEYS[reason])}</span>
                ) : null}
              </span>
              {isNew ? <span className="role-does">{t(DOES_KEYS[role])}</span> : null}
              {member !== null && next !== null && next !== member ? (
                <Button
                  size="small"
                  variant="plain"
                  aria-label={t('sidebar_role_other_name', {
                    role: t(ROLE_KEYS[role]),
                    name: nameOf(stage, member),
                  })}
                  onClick={() => passOn(role, member, next)}
                >
                  {t('sidebar_role_other')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      <Disclosure title={t('sidebar_roles_change')}>
        <div className="roles">
          <p className="calm-line">{t('sidebar_roles_hint')}</p>
          {MEETING_ROLES.map((role) => (
            <RoleSelect key={role} role={role} rota={rota} here={here} />
          ))}
          <PromptSelect />
        </div>
      </Disclosure>
    </Section>
  );
}

function RoleSelect({ role, rota, here }: Omit<RolesProps, 'instead'> & { readonly role: MeetingRole }) {
  const { room, acting, record } = useStage();
  const { roles } = rota;
  const [member, setMember, forget] = useAtOnce(roles[role] ?? '');
  return (
    <Select
      label={t(ROLE_KEYS[role])}
      value={member}
      options={[
        { value: '', label: t('sidebar_role_nobody') },
        ...presentMembers(room.members)
          .filter((one) => here.includes(one.id))
          .map((one) => ({ value: one.id, label: one.name })),
      ]}
      onChange={(next) => {
        setMember(next);
        void record(setRoles(acting, { ...roles, [role]: next || null })).then((done) => done ?? forget());
      }}
    />
  );
}

/** How many prompts those with a role see; the circle's choice, so it can bring them back. */
function PromptSelect() {
  const { room, me, record } = useStage();
  const { id, prompts } = room.circle;
  const [shown, setShown, forget] = useAtOnce<PromptChoice>(prompts);
  const choose = async (next: PromptChoice) => {
    setShown(next);
    const replaces = await factsOfKind(database(), id, id, ['circle.prompts']);
    if (!(await record([setPrompts(id, me, next, replaces)], t('circles_prompts_said')))) forget();
  };
  return (
    <Select
      label={t('circles_prompts')}
      value={shown}
      options={PROMPT_CHOICES.map((value) => ({ value, label: t(PROMPT_KEYS[value]) }))}
      onChange={(next) => void choose(next)}
    />
  );
}
