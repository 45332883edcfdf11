import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Notice } from '@/components/ui/Notice';
import { Spinner } from '@/components/ui/Spinner';
import { TextArea } from '@/components/ui/TextArea';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { type Invitation, readInvitation } from '@/lib/share/invite/invitation';
import { newcomerCode } from '@/lib/share/invite/newcomer';
import { problemWords } from '@/lib/share/transport/relay-words';
import { database } from '@/lib/store/database';
import type { CircleView } from '../circles/use-circles.ts';
import { routeTo } from '../route.ts';
import { BringForm } from './BringForm.tsx';
import { BringOffer } from './BringHistory.tsx';
import { CodeToCompare } from './CodeToCompare.tsx';
import { hostsOf } from './relay-draft.ts';
import { noInvitationWords, refusalWords } from './share-words.ts';
import { useBringable } from './use-bringable.ts';
import { useNewcomer } from './use-newcomer.ts';

/** Joining somebody's circle: paste, compare, wait, done. */
export function JoinDialog({ onClose }: { readonly onClose: () => void }) {
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  return (
    <Dialog open title={t('share_join_title')} onClose={onClose}>
      <div className="share-steps">
        {invitation ? (
          <Asking invitation={invitation} onClose={onClose} onAgain={() => setInvitation(null)} />
        ) : (
          <Paste onRead={setInvitation} />
        )}
      </div>
    </Dialog>
  );
}

function Paste({ onRead }: { readonly onRead: (invitation: Invitation) => void }) {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const seen = readInvitation(text);
  const hosts = seen.ok ? hostsOf(seen.invitation.relays) : '';
  const go = () => {
    const read = readInvitation(text);
    if (!read.ok) return setProblem(noInvitationWords(read.reason));
    if (read.invitation.purpose !== 'circle') return setProblem(t('share_join_device'));
    if (read.invitation.expiresAt < clock.now()) return setProblem(t('share_refused_expired'));
    if (read.invitation.relays.length === 0) return setProblem(t('share_join_no_relay'));
    onRead(read.invitation);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go();
  };
  return (
    <form ref={form} className="share-steps" onSubmit={submit} noValidate>
      <p>{t('share_join_lead')}</p>
      <TextArea
        label={t('share_invitation')}
        hint={t('share_join_hint')}
        rows={3}
        value={text}
        problem={problem}
        enterSubmits
        onSubmit={go}
        onChange={(next) => {
          setText(next);
          setProblem(undefined);
        }}
      />
      <p className="share-leads" role="status">
        {hosts ? t('share_join_leads', { hosts }) : ''}
      </p>
      <div className="dialog-actions">
        <Button type="submit" variant="primary" once>
          {t('share_join_go')}
        </Button>
      </div>
    </form>
  );
}

interface AskingProps {
  readonly invitation: Invitation;
  readonly onClose: () => void;
  readonly onAgain: () => void;
}

function Asking({ invitation, onClose, onAgain }: AskingProps) {
  const { joining, say } = useNewcomer(invitation);
  const again = (
    <Button variant="primary" onClick={onAgain}>
      {t('share_join_another')}
    </Button>
  );
  if (joining.at === 'opening')
    return (
      <p className="share-wait" role="status">
        <Spinner /> {t('share_connecting')}
      </p>
    );
  if (joining.at === 'unreachable')
    return (
      <Notice
        kind="problem"
        title={problemWords(joining.reason)}
        kept={t('share_join_kept')}
        actions={again}
      />
    );
  const { state, space } = joining;
  const contested = state.contested ? (
    <Notice
      kind="problem"
      title={t('share_contested')}
      kept={t('share_contested_kept')}
      todo={t('share_contested_todo')}
    />
  ) : null;
  switch (state.phase) {
    case 'asking':
      return (
        <>
          <p className="share-wait" role="status">
            <Spinner /> {t('share_join_asking')}
          </p>
          <p className="quiet">{t('share_join_asking_hint')}</p>
        </>
      );
    case 'comparing':
      return (
        <>
          {contested}
          <CodeToCompare code={newcomerCode(state) ?? ''} words={t('share_code_newcomer')} onSay={say} />
        </>
      );
    case 'waiting':
    case 'opening':
      return (
        <>
          <p className="share-code" aria-hidden="true">
            <span>{newcomerCode(state)?.slice(0, 3)}</span>
            <span>{newcomerCode(state)?.slice(3)}</span>
          </p>
          {contested}
          <p className="share-wait" role="status">
            <Spinner /> {t('share_join_waiting')}
          </p>
        </>
      );
    case 'joined':
      return space === null ? null : <Joined space={space} onClose={onClose} />;
    case 'ended':
      return (
        <Notice
          kind="problem"
          {...refusalWords(state.why ?? 'cancelled')}
          kept={t('share_join_kept')}
          actions={again}
        />
      );
    default:
      return state.phase satisfies never;
  }
}

/** Let in; what the circle has written comes now, and what one kept of it oneself can go there. */
function Joined({ space, onClose }: { readonly space: string; readonly onClose: () => void }) {
  const circle = useLiveQuery(() => database().circles.get(space), [space]);
  const found = useBringable(space);
  const [bringing, setBringing] = useState<CircleView | null>(null);
  if (!circle)
    return (
      <p className="share-wait" role="status">
        <Spinner /> {t('share_join_reading')}
      </p>
    );
  const back = () => setBringing(null);
  if (bringing && found)
    return <BringForm local={bringing} shared={found.shared} onDone={back} onCancel={back} />;
  return (
    <>
      <Notice
        kind="info"
        title={t('share_joined', { circle: circle.name })}
        todo={t('share_joined_todo')}
        actions={
          <a className="button button-primary" href={routeTo('circles', space)} onClick={onClose}>
            {t('share_joined_open')}
          </a>
        }
      />
      {found?.locals.map((local) => (
        <BringOffer key={local.circle.id} local={local} onBring={() => setBringing(local)} />
      ))}
    </>
  );
}
