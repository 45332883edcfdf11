import { presentMembers } from '@/lib/circle/member';
import { setRoles } from '@/lib/meeting/commands';
import { MEETING_ROLES, type MeetingRole } from '@/lib/meeting/facts';
import { t } from '@/lib/platform/i18n';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Section } from '../ui/Section.tsx';
import { Select } from '../ui/Select.tsx';
import { useAtOnce } from '../ui/use-at-once.ts';
import { nameOf, useStage } from './stage.ts';

const KEYS = {
  facilitator: 'sidebar_role_facilitator',
  timekeeper: 'sidebar_role_timekeeper',
  host: 'sidebar_role_host',
} as const satisfies Record<MeetingRole, string>;

export interface RolesProps {
  readonly roles: Readonly<Record<MeetingRole, string | null>>;
  readonly here: readonly string[];
}

/** Who facilitates, keeps time and hosts today: proposed in turn, and changed with a choice. */
export function Roles({ roles, here }: RolesProps) {
  const stage = useStage();
  return (
    <Section title={t('sidebar_roles')}>
      <p className="calm-line">
        {MEETING_ROLES.filter((role) => roles[role] !== null)
          .map((role) => `${t(KEYS[role])}: ${nameOf(stage, roles[role])}`)
          .join(' · ')}
      </p>
      <Disclosure title={t('sidebar_roles_change')}>
        <div className="roles">
          {MEETING_ROLES.map((role) => (
            <RoleSelect key={role} role={role} roles={roles} here={here} />
          ))}
        </div>
      </Disclosure>
    </Section>
  );
}

function RoleSelect({ role, roles, here }: RolesProps & { readonly role: MeetingRole }) {
  const { room, acting, record } = useStage();
  const [member, setMember, forget] = useAtOnce(roles[role] ?? '');
  return (
    <Select
      label={t(KEYS[role])}
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
