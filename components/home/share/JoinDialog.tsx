import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextArea } from '@/components/ui/TextArea';
import { TextField } from '@/components/ui/TextField';
import { clock } from '@/lib/platform/clock';
import { askToSend } from '@/lib/platform/data-leave';
import { t } from '@/lib/platform/i18n';
import { readInvitation } from '@/lib/share/invite/invitation';
import { problemWords } from '@/lib/share/transport/relay-words';
import { database } from '@/lib/store/database';
import { deviceName } from '../devices/device-name.ts';
import { JoinSteps } from './JoinSteps.tsx';
import { hostsOf } from './relay-draft.ts';
import { noInvitationWords } from './share-words.ts';
import type { Entry } from './use-newcomer.ts';

export interface JoinDialogProps {
  readonly onClose: () => void;
  /** Opened where one's own devices are. */
  readonly isOwn?: boolean | undefined;
}

/** Joining somebody's circle, or one's own devices: paste, compare, wait, done. */
export function JoinDialog({ onClose, isOwn = false }: JoinDialogProps) {
  const [entry, setEntry] = useState<Entry | null>(null);
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    const find = async () => {
      const { openJoin } = await import('@/lib/store/open-join');
      const open = await openJoin(database());
      const read = open ? readInvitation(open.text) : null;
      if (open && read?.ok && read.invitation.expiresAt >= clock.now())
        setEntry({ text: open.text, invitation: read.invitation, name: open.name });
    };
    find()
      .catch((error: unknown) => console.error('What was begun could not be found', error))
      .finally(() => setRead(true));
  }, []);
  const again = async () => {
    const { dropJoin } = await import('@/lib/store/open-join');
    await dropJoin(database());
    setEntry(null);
  };
  const isDevice = entry ? entry.invitation.purpose === 'device' : isOwn;
  return (
    <Dialog open title={t(isDevice ? 'dev_join_title' : 'share_join_title')} onClose={onClose}>
      <div className="share-steps">
        {entry ? (
          <JoinSteps entry={entry} onClose={onClose} onAgain={() => void again()} />
        ) : isRead ? (
          <Paste isOwn={isOwn} onRead={setEntry} />
        ) : null}
      </div>
    </Dialog>
  );
}

interface PasteProps {
  readonly isOwn: boolean;
  readonly onRead: (entry: Entry) => void;
}

function Paste({ isOwn, onRead }: PasteProps) {
  const [text, setText] = useState('');
  const [name, setName] = useState(deviceName);
  const [problem, setProblem] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const seen = readInvitation(text);
  const isDevice = seen.ok ? seen.invitation.purpose === 'device' : isOwn;
  const go = async () => {
    const read = readInvitation(text);
    if (!read.ok) return setProblem(noInvitationWords(read.reason));
    if (read.invitation.expiresAt < clock.now()) return setProblem(t('share_refused_expired'));
    // The first thing that is waited for, or the browser does not ask.
    if (read.invitation.relays.length > 0 && !(await askToSend()))
      return setProblem(problemWords('notAllowed'));
    onRead({ text, invitation: read.invitation, name: name.trim() || deviceName() });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void go();
  };
  return (
    <form ref={form} className="share-steps" onSubmit={submit} noValidate>
      <p>{t(isDevice ? 'dev_join_lead' : 'share_join_lead')}</p>
      <TextArea
        label={t('share_invitation')}
        hint={t('share_join_hint')}
        rows={3}
        value={text}
        problem={problem}
        enterSubmits
        onSubmit={() => void go()}
        onChange={(next) => {
          setText(next);
          setProblem(undefined);
        }}
      />
      {isDevice ? <TextField label={t('dev_name')} value={name} maxLength={80} onChange={setName} /> : null}
      <p className="share-leads" role="status">
        {seen.ok ? leadsWords(hostsOf(seen.invitation.relays), isDevice) : ''}
      </p>
      <div className="dialog-actions">
        <Button type="submit" variant="primary" once>
          {t(isDevice ? 'dev_join_go' : 'share_join_go')}
        </Button>
      </div>
    </form>
  );
}

const leadsWords = (hosts: string, isDevice: boolean): string =>
  hosts === '' ? t('hand_leads') : t(isDevice ? 'dev_leads' : 'share_join_leads', { hosts });
