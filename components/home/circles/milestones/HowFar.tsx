import type { Recorder } from '@/components/card/use-record';
import { answersFor, nameIn, type People } from '@/components/milestone/people';
import { SCOPE_ICONS, ScopeRadios, scopeWords } from '@/components/milestone/ScopeRadios';
import { Checkbox } from '@/components/ui/Checkbox';
import { Disclosure } from '@/components/ui/Disclosure';
import { Icon } from '@/components/ui/Icon';
import { consentTo } from '@/lib/milestone/commands';
import type { Scope } from '@/lib/milestone/facts';
import { type MilestoneRow, scopeOf } from '@/lib/milestone/milestone';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';

export interface HowFarProps {
  readonly row: MilestoneRow;
  readonly people: People;
  readonly record: Recorder['record'];
}

/** How far a milestone may go: said on every card, and answered by whoever is asked. */
export function HowFar({ row, people, record }: HowFarProps) {
  const scope = scopeOf(row, row.memberId);
  const name = row.memberId === people.me ? null : nameIn(people, row.memberId);
  const line = (
    <span className="milestone-far">
      <Icon name={SCOPE_ICONS[scope]} />
      {scopeWords(scope, name)}
    </span>
  );
  const decides = answersFor(people, row.memberId);
  const helpers = row.credit.filter((one) => answersFor(people, one.memberId));
  if (!decides && helpers.length === 0) return line;
  const say = (member: string, next: Scope) =>
    void record([consentTo(row, member, next, people.me, clock.now())]);
  const isStale = row.consents.some((one) => one.isStale && answersFor(people, one.memberId));
  return (
    <div className="milestone-how-far">
      {isStale ? <p className="quiet">{t('milestone_stale')}</p> : null}
      <Disclosure title={line}>
        <div className="milestone-consent">
          {decides ? (
            <ScopeRadios name={name} value={scope} onChange={(next) => say(row.memberId, next)} />
          ) : (
            <p className="quiet">{t('milestone_far_theirs', { name: nameIn(people, row.memberId) })}</p>
          )}
          {helpers.map((one) => (
            <Checkbox
              key={one.memberId}
              checked={scopeOf(row, one.memberId) === 'named'}
              onChange={(isOn) => say(one.memberId, isOn ? 'named' : 'circle')}
            >
              {one.memberId === people.me
                ? t('milestone_name_mine')
                : t('milestone_name_of', { name: nameIn(people, one.memberId) })}
            </Checkbox>
          ))}
        </div>
      </Disclosure>
    </div>
  );
}
