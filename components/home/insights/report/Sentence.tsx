import { type FormEvent, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Section } from '@/components/ui/Section';
import { TextField } from '@/components/ui/TextField';
import { reportWordingOf } from '@/lib/circle/agreement';
import { giveThumb, setReportLine } from '@/lib/circle/edit';
import { MAX_REPORT_LINE } from '@/lib/circle/facts';
import { type MemberRow, presentMembers } from '@/lib/circle/member';
import { isSpaceId } from '@/lib/fact/space';
import { t, tn } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { listFormat } from '@/lib/platform/intl';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import type { ReportAgreed } from '@/lib/store/report-agreed';
import type { CircleView } from '../../circles/use-circles.ts';

/** The sentence of the report: written, changed, and agreed to by everybody. */
export function Sentence({ view, agreed }: { readonly view: CircleView; readonly agreed: ReportAgreed }) {
  const text = view.circle.reportLine?.text ?? '';
  const [editing, setEditing] = useState(false);
  return (
    <Section
      title={t('rep_sentence')}
      aside={
        text !== '' && !editing ? (
          <Button size="small" icon="edit" onClick={() => setEditing(true)}>
            {t('rep_sentence_edit')}
          </Button>
        ) : undefined
      }
    >
      {text === '' || editing ? (
        <EditSentence view={view} onDone={() => setEditing(false)} canLeave={editing} />
      ) : (
        <>
          <blockquote className="report-said">{text}</blockquote>
          <Agreed view={view} text={text} agreed={agreed} />
        </>
      )}
    </Section>
  );
}

function EditSentence({
  view,
  onDone,
  canLeave,
}: {
  readonly view: CircleView;
  readonly onDone: () => void;
  readonly canLeave: boolean;
}) {
  const { circle, me } = view;
  const [text, setText] = useState(circle.reportLine?.text || t('rep_sentence_first'));
  const { record, problem } = useRecord();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const replaces = await factsOfKind(database(), circle.id, circle.id, ['circle.reportLine']);
    const line = { report: circle.reportLine?.report ?? newId(), text };
    if (await record([setReportLine(circle.id, me?.id ?? null, line, replaces)], t('rep_sentence_saved')))
      onDone();
  };
  return (
    <form className="edit-box" onSubmit={save}>
      <TextField
        label={t('rep_sentence_label')}
        hint={t('rep_sentence_hint')}
        maxLength={MAX_REPORT_LINE}
        value={text}
        onChange={setText}
        problem={text.trim() === '' ? t('rep_sentence_problem') : undefined}
      />
      {problem}
      <div className="edit-actions">
        <Button type="submit" variant="primary">
          {t('circles_save')}
        </Button>
        {canLeave ? <Button onClick={onDone}>{t('ui_cancel')}</Button> : null}
      </div>
    </form>
  );
}

/** Who agreed. Where members have the circle on their own screens each says it there; otherwise one asks them all. */
function Agreed({
  view,
  text,
  agreed: { missing: without, ownVoice },
}: {
  readonly view: CircleView;
  readonly text: string;
  readonly agreed: ReportAgreed;
}) {
  const { circle, members, me } = view;
  const { record, problem } = useRecord();
  const here = presentMembers(members);
  const missing = here.filter(({ id }) => without.some((one) => one.id === id));
  const agree = async (who: readonly MemberRow[], agreed: boolean) => {
    const thumb = { wording: reportWordingOf(text), agreed, meetingId: null };
    const drafts = await Promise.all(
      who.map(async ({ id }) => {
        const before = await factsOfKind(database(), circle.id, id, ['member.agreed']);
        return giveThumb(circle.id, me?.id ?? null, id, thumb, before);
      }),
    );
    await record(drafts, t(agreed ? 'rep_agreed_saved' : 'rep_agreed_back'));
  };
  if (!isSpaceId(circle.id))
    return (
      <>
        <Checkbox checked={missing.length === 0} onChange={(on) => void agree(on ? missing : here, on)}>
          {t('rep_asked_all')}
        </Checkbox>
        {problem}
      </>
    );
  const silent = here.filter(({ id }) => id !== me?.id && !ownVoice.has(id));
  const waiting = missing.filter(({ id }) => id !== me?.id && ownVoice.has(id));
  const mine = here.find(({ id }) => id === me?.id);
  return (
    <>
      {mine ? (
        <Checkbox checked={!missing.includes(mine)} onChange={(on) => void agree([mine], on)}>
          {t('rep_i_agree')}
        </Checkbox>
      ) : null}
      {silent.map((member) => (
        <Checkbox
          key={member.id}
          checked={!missing.includes(member)}
          onChange={(on) => void agree([member], on)}
        >
          {t('rep_asked_one', { name: member.name })}
        </Checkbox>
      ))}
      <p className="quiet">
        {missing.length === 0
          ? tn('rep_all_agreed', here.length)
          : waiting.length > 0
            ? t('rep_waiting', {
                names: listFormat().format(waiting.map(({ name }) => name)),
              })
            : null}
      </p>
      {problem}
    </>
  );
}
