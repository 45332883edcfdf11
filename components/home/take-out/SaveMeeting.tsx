import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Dialog } from '@/components/ui/Dialog';
import { useToast } from '@/components/ui/ToastProvider';
import { attendance } from '@/lib/meeting/attendance';
import type { MeetingRow } from '@/lib/meeting/meeting';
import { t } from '@/lib/platform/i18n';
import { dateFormat } from '@/lib/platform/intl';
import { contractsOfMeeting } from '@/lib/store/contracts';
import { database } from '@/lib/store/database';
import { dayOf } from '../circles/dates.ts';
import { membersOn } from '../circles/members-on.ts';
import type { CircleView } from '../circles/use-circles.ts';
import { saveFile } from '../settings/save-file.ts';
import { meetingMarkdown } from './meeting-markdown.ts';
import './take-out.css';

/** One past meeting as a text of one's own. @param note what I wrote of it, or null. */
export function SaveMeeting({
  view,
  meeting,
  note,
  onClose,
}: {
  readonly view: CircleView;
  readonly meeting: MeetingRow;
  readonly note: string | null;
  readonly onClose: () => void;
}) {
  const toast = useToast();
  const [withMine, setWithMine] = useState(false);
  const { circle, members } = view;

  const save = async () => {
    const { made, reported } = await contractsOfMeeting(database(), meeting.id);
    const seen = (rows: typeof made) => rows.filter((row) => withMine || !row.isPrivate);
    const day = dayOf(meeting.start);
    const then = membersOn(members, day);
    const present = meeting.recorded ?? attendance(meeting, then).present;
    const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? '?';
    const name = `circlekeeper-${day}.md`;
    const text = meetingMarkdown({
      circle: circle.name,
      meetingId: meeting.id,
      when: whenText(meeting),
      present: present.map(nameOf),
      away: then.filter((id) => !present.includes(id)).map(nameOf),
      made: seen(made),
      reported: seen(reported),
      nameOf,
      date: (iso) => dateFormat({ dateStyle: 'long' }).format(Temporal.PlainDate.from(iso)),
      note: withMine ? note : null,
    });
    saveFile(name, text, 'text/markdown');
    toast({ text: t('out_saved', { name }) });
    onClose();
  };

  return (
    <Dialog
      open
      title={t('out_meeting_title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('ui_cancel')}</Button>
          <Button variant="primary" icon="download" onClick={() => void save()}>
            {t('out_save')}
          </Button>
        </>
      }
    >
      <div className="take-out">
        <p>{t('out_meeting_words')}</p>
        <Checkbox checked={withMine} onChange={setWithMine}>
          {t('out_meeting_private')}
        </Checkbox>
        <p className="quiet">{t('out_meeting_warning')}</p>
      </div>
    </Dialog>
  );
}

/** "Thursday, November 19, 2026 at 4:00 – 5:30 PM" where the reader is. */
function whenText({ start, endedAt, lengthMin }: MeetingRow): string {
  const form = dateFormat({ dateStyle: 'full', timeStyle: 'short' });
  return form.formatRange(start, endedAt ?? start + lengthMin * 60_000);
}
