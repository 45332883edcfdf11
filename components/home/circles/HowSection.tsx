import { type FormEvent, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { setGuide } from '@/lib/circle/edit';
import type { GuideUntil } from '@/lib/circle/facts';
import { presentMembers } from '@/lib/circle/member';
import type { Draft } from '@/lib/fact/fact';
import { t } from '@/lib/platform/i18n';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { useInlineForm } from '../contracts/use-inline-form.ts';
import { formatName } from '../formats/format-name.ts';
import { useOwnFormats } from '../formats/use-own-formats.ts';
import { MAX_LENGTH, MIN_LENGTH } from './circle-draft.ts';
import { dateWords, rhythmWords } from './dates.ts';
import { formatDrafts, myFormat } from './format-drafts.ts';
import { GuideFields } from './GuideFields.tsx';
import { MeetFields, type Meeting } from './MeetFields.tsx';
import type { CircleView } from './use-circles.ts';

/** Format, rhythm, length, and the guide. */
export function HowSection({ view, now }: { readonly view: CircleView; readonly now: number }) {
  const { circle } = view;
  const [editing, setEditing] = useState(false);
  const guides = presentMembers(view.members).filter((member) => member.guide);
  return (
    <Section
      title={t('circles_how')}
      aside={<EditButton part={t('circles_how')} isOpen={editing} onClick={() => setEditing(!editing)} />}
    >
      {editing ? (
        <EditHow view={view} onDone={() => setEditing(false)} />
      ) : (
        <>
          <p>
            {t('circles_how_line', {
              format: formatName(circle.formatId, circle.formats),
              rhythm: rhythmWords(circle.everyDays),
              minutes: circle.lengthMin,
            })}
          </p>
          {guides.map((member) => (
            <p key={member.id}>
              {t('circles_guide')}: {guideLine(member.name, member.guide, now)}
            </p>
          ))}
        </>
      )}
    </Section>
  );
}

/** The small button at the end of a part's heading; its name says which part. */
export function EditButton({
  part,
  isOpen,
  onClick,
}: {
  readonly part: string;
  readonly isOpen: boolean;
  readonly onClick: () => void;
}) {
  return (
    <Button
      variant="plain"
      size="small"
      icon="edit"
      aria-expanded={isOpen}
      aria-label={t('circles_edit_named', { part })}
      onClick={onClick}
    >
      {t('circles_edit')}
    </Button>
  );
}

function guideLine(name: string, guide: GuideUntil, now: number): string {
  if (!guide) return name;
  if ('meeting' in guide) return t('circles_guide_line', { name, meeting: guide.meeting });
  return t('circles_guide_line_date', { name, date: dateWords(Temporal.PlainDate.from(guide.date), now) });
}

function EditHow({ view, onDone }: { readonly view: CircleView; readonly onDone: () => void }) {
  const { circle, me } = view;
  const present = presentMembers(view.members);
  const guiding = present.find((member) => member.guide);
  const [meeting, setMeeting] = useState<Meeting>(circle);
  const [guide, setGuideId] = useState(guiding?.id ?? '');
  const [meetings, setMeetings] = useState<number | undefined>(
    guiding?.guide && 'meeting' in guiding.guide ? guiding.guide.meeting : 3,
  );
  const [isGuideNew, setIsGuideNew] = useState(false);
  const [asked, setAsked] = useState(false);
  const { record, problem } = useRecord();
  const leave = useInlineForm(onDone);
  const mine = useOwnFormats()?.map(({ format }) => format) ?? [];
  // The circle's own come first: a later change of mine is not the circle's yet.
  const theirs = circle.formats ?? [];
  const own = [...theirs, ...mine.filter(({ id }) => !theirs.some((one) => one.id === id))];

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const { formatId, everyDays, lengthMin } = meeting;
    if (lengthMin === undefined || lengthMin < MIN_LENGTH || lengthMin > MAX_LENGTH) return;
    if (guide !== '' && !(meetings !== undefined && Number.isInteger(meetings) && meetings >= 1)) return;
    const db = database();
    const by = me?.id ?? null;
    const drafts: Draft[] = [];
    const isNew =
      formatId !== circle.formatId || everyDays !== circle.everyDays || lengthMin !== circle.lengthMin;
    if (isNew) {
      const times = { everyDays, lengthMin: Math.round(lengthMin) };
      // A format of mine that the circle goes over to comes along as it is now; one it has stays as it was agreed on.
      const chosen = formatId === circle.formatId ? undefined : await myFormat(db, formatId);
      const format = chosen ?? circle.formats?.find((one) => one.id === formatId);
      drafts.push(...(await formatDrafts(circle.id, by, formatId, format, times)));
    }
    // A guide until a date, chosen elsewhere, stays one while nothing about the guide was changed here.
    for (const member of isGuideNew ? present : []) {
      const until: GuideUntil = member.id === guide && meetings !== undefined ? { meeting: meetings } : null;
      if (sameGuide(member.guide, until)) continue;
      const replaces = await factsOfKind(db, circle.id, member.id, ['member.guide']);
      drafts.push(setGuide(circle.id, by, member.id, until, replaces));
    }
    if (drafts.length === 0 || (await record(drafts, t('circles_rhythm_saved')))) onDone();
  };

  return (
    <form className="edit-box" onSubmit={save} onKeyDown={leave} noValidate>
      <MeetFields
        value={meeting}
        onChange={(change) => setMeeting((before) => ({ ...before, ...change }))}
        own={own}
        asked={asked}
      />
      <GuideFields
        people={present}
        guide={guide}
        meetings={meetings}
        onChange={(id, number) => {
          setIsGuideNew(true);
          setGuideId(id);
          setMeetings(number);
        }}
        asked={asked}
      />
      {problem}
      <div className="edit-actions">
        <Button type="submit" variant="primary">
          {t('circles_save')}
        </Button>
        <Button onClick={onDone}>{t('ui_cancel')}</Button>
      </div>
    </form>
  );
}

const sameGuide = (a: GuideUntil, b: GuideUntil): boolean => JSON.stringify(a) === JSON.stringify(b);
