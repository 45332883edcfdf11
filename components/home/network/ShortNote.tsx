import { useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Disclosure } from '@/components/ui/Disclosure';
import { Icon } from '@/components/ui/Icon';
import { Section } from '@/components/ui/Section';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import { mailAddress, type Note, noteText } from '@/lib/network/note';
import { markContact, type TieRow } from '@/lib/network/tie';
import { clock } from '@/lib/platform/clock';
import { copyText } from '@/lib/platform/copy-text';
import { t } from '@/lib/platform/i18n';
import type { CircleView } from '../circles/use-circles.ts';

/** What is offered for two of the parts, one after the other; the first part is nobody's but the writer's. */
const ASKING = ['network_note_asking_1', 'network_note_asking_2', 'network_note_asking_3'] as const;
const PLAN = ['network_note_plan_1', 'network_note_plan_2', 'network_note_plan_3'] as const;
const MAX_PART = 2000;

/**
 * A short note in three parts. It opens in one's own mail, or is copied; nothing of it is sent or kept by us. Afterwards
 * one is asked whether it went.
 */
export function ShortNote({
  tie,
  circles,
  today,
}: {
  readonly tie: TieRow;
  readonly circles: readonly CircleView[];
  /** ISO date. */
  readonly today: string;
}) {
  const { record, problem } = useRecord();
  const [note, setNote] = useState<Note>(() => firstNote(tie, circles));
  const [turn, setTurn] = useState(0);
  const [step, setStep] = useState<'writing' | 'opened' | 'copied' | 'failed'>('writing');
  const set = (part: keyof Note) => (words: string) => setNote({ ...note, [part]: words });
  const address = mailAddress(tie.email, note);
  const isBare = note.news.trim() === '' && note.asking.trim() === '' && note.plan.trim() === '';
  const copy = async () => setStep((await copyText(noteText(note))) ? 'copied' : 'failed');
  const sent = async () => {
    const said = t('network_contacted_said', { name: tie.name });
    if (await record([markContact(tie.id, today, clock.now())], said)) setStep('writing');
  };
  const others = () => {
    const next = turn + 1;
    setTurn(next);
    // Only what is still as it was offered gives way.
    setNote({ ...note, asking: offered(note.asking, ASKING, next), plan: offered(note.plan, PLAN, next) });
  };
  return (
    <Section title={t('network_note')}>
      <p className="network-words">{t('network_note_words')}</p>
      <div className="note">
        <TextArea
          label={t('network_note_news')}
          placeholder={t('network_note_news_hint')}
          rows={2}
          value={note.news}
          maxLength={MAX_PART}
          onChange={set('news')}
        />
        <TextArea
          label={t('network_note_asking')}
          rows={2}
          value={note.asking}
          maxLength={MAX_PART}
          onChange={set('asking')}
        />
        <TextArea
          label={t('network_note_plan')}
          rows={2}
          value={note.plan}
          maxLength={MAX_PART}
          onChange={set('plan')}
        />
        <Disclosure title={t('network_note_round')}>
          <div className="note">
            <TextField
              label={t('network_note_subject')}
              value={note.subject}
              maxLength={200}
              onChange={set('subject')}
            />
            <TextField
              label={t('network_note_greeting')}
              value={note.greeting}
              maxLength={200}
              onChange={set('greeting')}
            />
            <TextField
              label={t('network_note_closing')}
              value={note.closing}
              maxLength={200}
              onChange={set('closing')}
            />
          </div>
        </Disclosure>
        <div className="edit-actions">
          {address !== null && !isBare ? (
            <a className="button button-primary" href={address} onClick={() => setStep('opened')}>
              <Icon name="mail" />
              {t('network_note_open')}
            </a>
          ) : null}
          <Button icon="copy" disabled={isBare} onClick={() => void copy()}>
            {t('network_note_copy')}
          </Button>
          <Button variant="plain" onClick={others}>
            {t('network_note_other')}
          </Button>
        </div>
        <p className="quiet note-hint">{hint(tie, address, isBare)}</p>
      </div>
      <div role="status" className="note-sent">
        {step === 'writing' ? null : step === 'failed' ? (
          t('event_not_copied')
        ) : (
          <>
            <span>{step === 'opened' ? t('network_note_opened') : t('network_note_copied')}</span>
            <Button size="small" icon="check" onClick={() => void sent()}>
              {t('network_note_sent')}
            </Button>
            <Button size="small" variant="plain" onClick={() => setStep('writing')}>
              {t('network_note_not_sent')}
            </Button>
          </>
        )}
      </div>
      {problem}
    </Section>
  );
}

/** What the one button depends on, said before it is looked for. */
function hint(tie: TieRow, address: string | null, isBare: boolean): string {
  if (isBare) return t('network_note_empty');
  if (address === null) return t('network_note_long');
  return tie.email === '' ? t('network_note_no_address') : t('network_note_goes', { email: tie.email });
}

type Offered = (typeof ASKING | typeof PLAN)[number];

/** The next words that are offered, where nothing of one's own stands. */
function offered(words: string, keys: readonly Offered[], turn: number): string {
  const isTheirs = words.trim() !== '' && !keys.some((key) => t(key) === words);
  const key = keys[turn % keys.length];
  return isTheirs || !key ? words : t(key);
}

function firstNote(tie: TieRow, circles: readonly CircleView[]): Note {
  const [first = tie.name] = tie.name.split(/\s+/);
  const myName = circles.find(({ me }) => me)?.me?.name ?? '';
  return {
    subject: t('network_note_subject_first'),
    greeting: t('network_note_greeting_first', { name: first }),
    news: '',
    asking: t(ASKING[0]),
    plan: t(PLAN[0]),
    closing: myName.split(/\s+/)[0] ?? '',
  };
}
