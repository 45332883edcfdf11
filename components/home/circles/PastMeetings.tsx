import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Menu } from '@/components/ui/Menu';
import { Section } from '@/components/ui/Section';
import type { NoteRow } from '@/lib/me/me';
import { attendance } from '@/lib/meeting/attendance';
import type { MeetingRow } from '@/lib/meeting/meeting';
import { t, tn } from '@/lib/platform/i18n';
import { listFormat } from '@/lib/platform/intl';
import { contractsOfMeeting } from '@/lib/store/contracts';
import { database } from '@/lib/store/database';
import { latestMeetings } from '@/lib/store/latest-meetings';
import { routeTo } from '../route.ts';
import { SaveMeeting } from '../take-out/SaveMeeting.tsx';
import { dateWords, dayOf } from './dates.ts';
import { EditMeeting } from './EditMeeting.tsx';
import { EditNote } from './EditNote.tsx';
import { membersOn } from './members-on.ts';
import type { CircleView } from './use-circles.ts';

const PAGE = 5;

interface Past {
  readonly meetings: readonly MeetingRow[];
  readonly notes: ReadonlyMap<string, NoteRow>;
  readonly made: ReadonlyMap<string, number>;
}

/** Meetings that were held, the latest first: who was there, what was promised, and a note of one's own. */
export function PastMeetings({ view, now }: { readonly view: CircleView; readonly now: number }) {
  const { circle } = view;
  const [pages, setPages] = useState(1);
  const past = useLiveQuery(() => readPast(circle.id, pages * PAGE), [circle.id, pages]);
  const [adding, setAdding] = useState(false);
  if (!past) return null;
  const shown = past.meetings.slice(0, pages * PAGE);
  return (
    <Section
      title={t('circles_past')}
      aside={
        <Button
          variant="plain"
          size="small"
          icon="plus"
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          {t('circles_past_add')}
        </Button>
      }
    >
      {adding ? <EditMeeting view={view} onDone={() => setAdding(false)} /> : null}
      {past.meetings.length === 0 && !adding ? <p className="quiet">{t('circles_past_none')}</p> : null}
      <ul className="plain-list past">
        {shown.map((meeting) => (
          <li key={meeting.id}>
            <PastMeeting
              view={view}
              meeting={meeting}
              note={past.notes.get(meeting.id)}
              made={past.made.get(meeting.id) ?? 0}
              now={now}
            />
          </li>
        ))}
      </ul>
      {past.meetings.length > 0 ? (
        <p className="past-year">
          <a href={routeTo('circles', circle.id, 'year')}>{t('out_year')}</a>
        </p>
      ) : null}
      {past.meetings.length > shown.length ? (
        <Button wide onClick={() => setPages(pages + 1)}>
          {t('circles_past_more_list')}
        </Button>
      ) : null}
    </Section>
  );
}

/** The latest `count` meetings and one more, which tells that there are more. */
async function readPast(circleId: string, count: number): Promise<Past> {
  const db = database();
  const meetings = await latestMeetings(db, circleId, count + 1, ({ phase }) => phase !== 'before');
  const [notes, ...contracts] = await Promise.all([
    db.notes.bulkGet(meetings.map(({ id }) => id)),
    ...meetings.map((meeting) => contractsOfMeeting(db, meeting.id)),
  ]);
  return {
    meetings,
    notes: new Map(notes.flatMap((note) => (note?.circleId === circleId ? [[note.id, note]] : []))),
    made: new Map(meetings.map((meeting, at) => [meeting.id, contracts[at]?.made.length ?? 0])),
  };
}

function PastMeeting({
  view,
  meeting,
  note,
  made,
  now,
}: {
  readonly view: CircleView;
  readonly meeting: MeetingRow;
  readonly note: NoteRow | undefined;
  readonly made: number;
  readonly now: number;
}) {
  const [doing, setDoing] = useState<'correct' | 'note' | 'save' | null>(null);
  const close = () => setDoing(null);
  const day = dayOf(meeting.start);
  const date = dateWords(day, now);
  // Who was there is said by hand also of a meeting before the circle was set up here.
  const there = meeting.recorded ?? attendance(meeting, membersOn(view.members, day)).present;
  const names = there.flatMap((id) => view.members.find((member) => member.id === id)?.name ?? []);
  const people =
    names.length > 0 ? tn('circles_past_people', names.length, { names: listFormat().format(names) }) : '';
  const facts = [
    meeting.phase === 'running' && t('circles_past_running'),
    people,
    made > 0 && tn('circles_past_contracts', made),
  ];
  return (
    <>
      <div className="past-head">
        <h3>
          <time dateTime={day.toString()}>{date}</time>
        </h3>
        <Menu
          size="small"
          label={t('circles_past_more', { date })}
          items={[
            {
              label: t(note ? 'circles_note_edit' : 'circles_note_write'),
              icon: 'note',
              onSelect: () => setDoing('note'),
            },
            ...(meeting.phase === 'running'
              ? []
              : [
                  {
                    label: t('circles_past_correct'),
                    icon: 'edit' as const,
                    onSelect: () => setDoing('correct'),
                  },
                  {
                    label: t('out_meeting'),
                    icon: 'download' as const,
                    onSelect: () => setDoing('save'),
                  },
                ]),
          ]}
        />
      </div>
      <p className="quiet">{facts.filter(Boolean).join(' · ')}</p>
      {note && doing !== 'note' ? (
        <p className="past-note">
          <Icon name="lock" />
          <span>
            <strong>{t('circles_note')}</strong> {note.text}
          </span>
        </p>
      ) : null}
      {doing === 'correct' ? <EditMeeting view={view} meeting={meeting} onDone={close} /> : null}
      {doing === 'note' ? <EditNote meeting={meeting} note={note} onDone={close} /> : null}
      {doing === 'save' ? (
        <SaveMeeting view={view} meeting={meeting} note={note?.text ?? null} onClose={close} />
      ) : null}
    </>
  );
}
