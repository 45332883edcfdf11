import { useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Section } from '@/components/ui/Section';
import { memberLeft, setGuide } from '@/lib/circle/edit';
import { presentMembers } from '@/lib/circle/member';
import { selfRunFormat } from '@/lib/meeting/asks-for-plan';
import { formatOf } from '@/lib/meeting/format';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { formatName } from '../../formats/format-name.ts';
import { routeTo } from '../../route.ts';
import { dayOf, rhythmWords } from '../dates.ts';
import { formatDrafts } from '../format-drafts.ts';
import type { CircleView } from '../use-circles.ts';
import { useComing } from '../use-coming.ts';

/** A cohort's year is over: the hand-over to a circle that runs itself, with the guide's farewell. */
export function YearOver({ view, now }: { readonly view: CircleView; readonly now: number }) {
  const { circle, members, me } = view;
  const coming = useComing(circle.id, now);
  const guides = presentMembers(members).filter((member) => member.guide);
  const [staying, setStaying] = useState<ReadonlySet<string>>(new Set());
  const { record, problem } = useRecord();
  const whole = formatOf(circle.formatId, circle.formats);
  const next = coming ? selfRunFormat(whole, coming.count, circle.formats) : null;
  if (!next) return problem;
  const by = me?.id ?? null;
  const goOn = async () => {
    const db = database();
    const on = dayOf(clock.now()).toString();
    const drafts = await formatDrafts(circle.id, by, next.id, undefined, next);
    for (const { id } of guides) {
      if (staying.has(id)) {
        drafts.push(
          setGuide(circle.id, by, id, null, await factsOfKind(db, circle.id, id, ['member.guide'])),
        );
        continue;
      }
      const replaces = await factsOfKind(db, circle.id, id, ['member.left', 'member.returned']);
      drafts.push(memberLeft(circle.id, by, id, on, replaces));
    }
    await record(drafts, t('life_year_said', { circle: circle.name }));
  };
  return (
    <Section title={t('life_year')}>
      <p>{tn('life_year_line', whole.sessions?.length ?? 0)}</p>
      <p>
        {t('life_year_next', {
          format: formatName(next.id, circle.formats),
          rhythm: rhythmWords(next.everyDays),
          minutes: next.lengthMin,
        })}
      </p>
      {guides.map((guide) => (
        <Checkbox
          key={guide.id}
          checked={!staying.has(guide.id)}
          onChange={(leaves) => {
            const stay = new Set(staying);
            if (leaves) stay.delete(guide.id);
            else stay.add(guide.id);
            setStaying(stay);
          }}
        >
          {t('life_year_guide', { name: guide.name })}
        </Checkbox>
      ))}
      {guides.length > 0 ? <p className="quiet">{t('life_year_guide_hint')}</p> : null}
      {problem}
      <div className="next-ways">
        <Button variant="primary" onClick={() => void goOn()}>
          {t('life_year_go_on')}
        </Button>
        <a className="button button-quiet" href={routeTo('circles', circle.id, 'close')}>
          {t('life_year_close')}
        </a>
      </div>
    </Section>
  );
}
