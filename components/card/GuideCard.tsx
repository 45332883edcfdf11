import { memberLeft, setGuide } from '@/lib/circle/edit';
import { type GuideCheck, type GuideWhen, guideChecklist, guideStage } from '@/lib/circle/guide';
import type { MemberRow } from '@/lib/circle/member';
import type { MeetingRow } from '@/lib/meeting/meeting';
import { t } from '@/lib/platform/i18n';
import { dateFormat } from '@/lib/platform/intl';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Section } from '../ui/Section.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import type { Recorder } from './use-record.tsx';
import './guide-card.css';

const CHECK_KEYS = {
  rules: 'guide_rules',
  askedTime: 'guide_askedTime',
  contracts: 'guide_contracts',
  facilitated: 'guide_facilitated',
  timekept: 'guide_timekept',
  alone: 'guide_alone',
  next: 'guide_next',
} as const satisfies Record<GuideCheck, string>;

export interface GuideCardProps {
  readonly circleId: string;
  /** The member I am. */
  readonly by: string | null;
  readonly guide: MemberRow;
  readonly when: GuideWhen;
  /** Whether that meeting is the one that is on, and not the next. */
  readonly isOn: boolean;
  readonly agreement: readonly string[];
  /** Meetings that were held, and the one that is on. */
  readonly held: readonly MeetingRow[];
  readonly record: Recorder['record'];
}

/** What a guide leaves behind, and on the leaving date the farewell. */
export function GuideCard({ circleId, by, guide, when, isOn, agreement, held, record }: GuideCardProps) {
  const stage = guideStage(guide.guide, when);
  if (stage === null) return null;
  const { id, name } = guide;
  const list = guideChecklist({ guide: id, agreement, held, hasNext: when.next !== null });
  const leave = async () => {
    const replaces = await factsOfKind(database(), circleId, id, ['member.left', 'member.returned']);
    await record([memberLeft(circleId, by, id, when.on, replaces)], t('guide_leaves_said', { name }));
  };
  const stay = async () => {
    const replaces = await factsOfKind(database(), circleId, id, ['member.guide']);
    await record([setGuide(circleId, by, id, null, replaces)], t('guide_stays_said', { name }));
  };
  const title = {
    guiding: 'guide_title',
    last: isOn ? 'guide_last' : 'guide_last_next',
    past: 'guide_past',
  } as const;
  return (
    <Section title={t(title[stage], { name })}>
      <p>
        {stage === 'guiding'
          ? untilWords(guide)
          : t(stage === 'last' ? 'guide_last_line' : 'guide_past_line', { name })}
      </p>
      <ul className="plain-list guide-list" aria-label={t('guide_list')}>
        {list.map(({ check, done }) => (
          <li key={check} data-done={done ? '' : undefined}>
            <Icon name={done ? 'check' : 'circle'} />
            <span>
              {t(CHECK_KEYS[check])}
              <VisuallyHidden>{`: ${t(done ? 'guide_done' : 'guide_open')}`}</VisuallyHidden>
            </span>
          </li>
        ))}
      </ul>
      {stage === 'guiding' ? null : (
        <div className="guide-acts">
          <Button onClick={() => void leave()}>{t('guide_leaves', { name })}</Button>
          <Button variant="plain" onClick={() => void stay()}>
            {t('guide_stays')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function untilWords({ name, guide }: MemberRow): string {
  if (guide && 'meeting' in guide) return t('guide_guiding', { name, meeting: guide.meeting });
  const day = guide ? Temporal.PlainDate.from(guide.date) : null;
  const date = day ? dateFormat({ day: 'numeric', month: 'long', year: 'numeric' }).format(day) : '';
  return t('guide_guiding_date', { name, date });
}
