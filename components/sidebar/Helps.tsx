import { MEETING_ROLES, type MeetingRole } from '@/lib/meeting/facts';
import type { MeetingRow } from '@/lib/meeting/meeting';
import { promptLevel } from '@/lib/meeting/prompt-level';
import { type Prompt, promptsFor } from '@/lib/meeting/prompts';
import type { Run } from '@/lib/meeting/run';
import { viewMeeting } from '@/lib/meeting/view';
import { isDemonstration } from '@/lib/platform/demonstration';
import { t, tn } from '@/lib/platform/i18n';
import { listFormat } from '@/lib/platform/intl';
import { Disclosure } from '../ui/Disclosure.tsx';
import { isIntroduction } from './introduction.ts';
import { nameOf, type Stage, useStage } from './stage.ts';
import { useNow } from './use-now.ts';

const ROLES = {
  facilitator: 'help_role_facilitator',
  timekeeper: 'help_role_timekeeper',
  host: 'help_role_host',
} as const satisfies Record<MeetingRole, string>;

/** Prompts that say the same to everybody. */
const PLAIN = {
  partLeft: 'help_partLeft',
  partUp: 'help_partUp',
  rules: 'help_rules',
  askNeeds: 'help_askNeeds',
  whatHelp: 'help_whatHelp',
  questionsFirst: 'help_questionsFirst',
  anyReport: 'help_anyReport',
  introduce: 'help_introduce',
  smallStep: 'help_smallStep',
  startStrokes: 'help_startStrokes',
  signs: 'help_signs',
  letIn: 'help_letIn',
  nextDate: 'help_nextDate',
} as const;

/**
 * The quiet prompts of my roles at this moment. Whoever has none, and may be the only one who sees this, finds those of
 * the others on opening them. They are not read aloud by themselves: whoever leads is listening to somebody.
 */
export function Helps({ row, run }: { readonly row: MeetingRow; readonly run: Run }) {
  const stage = useStage();
  const { room, me } = stage;
  const now = useNow(5000);
  const view = viewMeeting(row, now);
  if (view.phase !== 'running') return null;
  // Whoever tries a meeting out finds all that somebody who leads one for the first time would.
  const tries = isDemonstration();
  const level = tries ? 'all' : promptLevel(room.held, room.circle.prompts);
  const { running } = view;
  const introduces = isIntroduction(room, running.step);
  const input = { row, run, running, held: room.held, level, now, introduces };
  const mine = MEETING_ROLES.filter((role) => me !== null && row.roles[role] === me);
  const others = MEETING_ROLES.filter((role) => row.roles[role] !== null);
  const helps = (roles: readonly MeetingRole[]) =>
    roles.flatMap((role) => {
      const prompts = promptsFor(role, input);
      return prompts.length > 0 ? [{ role, prompts, member: row.roles[role] }] : [];
    });
  if (mine.length > 0 || tries)
    return helps(tries ? ['facilitator'] : mine).map((help) => <Help key={help.role} {...help} />);
  if (others.length === 0) return null;
  return (
    <Disclosure title={t('sidebar_help_others')}>
      {helps(others).map((help) => (
        <Help key={help.role} {...help} />
      ))}
      {helps(others).length === 0 ? <p className="calm-line">{t('sidebar_help_none')}</p> : null}
    </Disclosure>
  );
}

interface HelpProps {
  readonly role: MeetingRole;
  readonly member: string | null;
  readonly prompts: readonly Prompt[];
}

function Help({ role, member, prompts }: HelpProps) {
  const stage = useStage();
  const name =
    member === stage.me
      ? t('sidebar_help_of', { role: t(ROLES[role]) })
      : t('sidebar_help_for', { role: t(ROLES[role]), name: nameOf(stage, member) });
  return (
    <section className="helps" aria-label={name}>
      <p className="helps-for">{name}</p>
      <ul className="plain-list">
        {prompts.map((prompt) => (
          <li key={prompt.kind}>{promptText(prompt, stage)}</li>
        ))}
      </ul>
    </section>
  );
}

function promptText(prompt: Prompt, { short }: Stage): string {
  const nameOf = (id: string) => short.get(id) ?? '?';
  switch (prompt.kind) {
    case 'notHad':
      return tn('help_notHad', prompt.members.length, {
        names: listFormat().format(prompt.members.map(nameOf)),
      });
    case 'goOnOver':
      return tn('help_goOnOver', prompt.over);
    case 'behind':
      return t('help_behind', { minutes: prompt.minutes });
    case 'minuteLeft':
      return t('help_minuteLeft', { name: nameOf(prompt.member) });
    case 'timeIsUp':
      return t('help_timeIsUp', { name: nameOf(prompt.member) });
    case 'cameLate':
      return t('help_cameLate', { name: nameOf(prompt.member) });
    case 'welcomeNew':
      return t('help_welcomeNew', { name: nameOf(prompt.member) });
    default:
      return t(PLAIN[prompt.kind]);
  }
}
