import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { LiveRegion } from '@/components/ui/LiveRegion';
import { Notice } from '@/components/ui/Notice';
import { Spinner } from '@/components/ui/Spinner';
import { TextArea } from '@/components/ui/TextArea';
import { copyText } from '@/lib/platform/copy-text';
import { t } from '@/lib/platform/i18n';
import { type StewardState, stewardCode } from '@/lib/share/invite/steward';
import { problemWords } from '@/lib/share/transport/relay-words';
import { momentText } from '../moment-text.ts';
import { CodeToCompare } from './CodeToCompare.tsx';
import { refusalWords } from './share-words.ts';
import { useSteward } from './use-steward.ts';

export interface InviteDialogProps {
  readonly space: string;
  readonly member: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** Lets one member in: a text to send, a code to compare aloud, and nothing else. */
export function InviteDialog({ space, member, onClose }: InviteDialogProps) {
  const { name } = member;
  const { inviting, say, withdraw } = useSteward(space, member.id);
  return (
    <Dialog open title={t('share_invite_title', { name })} onClose={onClose}>
      <div className="share-steps">
        {inviting.at === 'opening' ? (
          <p className="share-wait">
            <Spinner /> {t('share_connecting')}
          </p>
        ) : inviting.at === 'unreachable' ? (
          <Notice kind="problem" title={problemWords(inviting.reason)} kept={t('share_invite_kept')} />
        ) : (
          <Waiting
            name={name}
            text={inviting.text}
            state={inviting.state}
            say={say}
            onWithdraw={() => void withdraw().then(onClose)}
            onClose={onClose}
          />
        )}
      </div>
    </Dialog>
  );
}

interface WaitingProps {
  readonly name: string;
  readonly text: string;
  readonly state: StewardState;
  readonly say: (same: boolean) => void;
  readonly onWithdraw: () => void;
  readonly onClose: () => void;
}

function Waiting({ name, text, state, say, onWithdraw, onClose }: WaitingProps) {
  const code = stewardCode(state);
  const others = state.others > 0 ? <p className="quiet">{t('share_invite_others')}</p> : null;
  switch (state.phase) {
    case 'waiting':
    case 'answered':
      return (
        <>
          <p>{t('share_invite_lead', { name })}</p>
          <Invitation text={text} />
          <p className="quiet">{t('share_invite_until', { name, when: momentText(state.expiresAt) })}</p>
          <p className="share-wait" role="status">
            <Spinner /> {t('share_invite_waiting', { name })}
          </p>
          {others}
          <div className="share-acts">
            <Button variant="plain" size="small" onClick={onWithdraw}>
              {t('share_invite_withdraw')}
            </Button>
          </div>
        </>
      );
    case 'comparing':
      return (
        <>
          <CodeToCompare code={code ?? ''} words={t('share_code_steward', { name })} onSay={say} />
          {others}
        </>
      );
    case 'granting':
    case 'granted':
      return (
        <p className="share-wait" role="status">
          <Spinner /> {t('share_letting_in', { name })}
        </p>
      );
    case 'done':
      return (
        <>
          <LiveRegion message={t('share_let_in', { name })} />
          <Notice
            kind="info"
            title={t('share_let_in', { name })}
            todo={t('share_let_in_todo')}
            actions={
              <Button variant="primary" onClick={onClose}>
                {t('share_done')}
              </Button>
            }
          />
          {others}
          {state.disputed ? (
            <Notice
              kind="problem"
              title={t('share_disputed', { name })}
              todo={t('share_disputed_todo', { name })}
            />
          ) : null}
        </>
      );
    case 'ended':
      return (
        <Notice kind="problem" {...refusalWords(state.why ?? 'cancelled')} kept={t('share_invite_kept')} />
      );
    default:
      return state.phase satisfies never;
  }
}

function Invitation({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <div className="share-invitation">
      <TextArea label={t('share_invitation')} readOnly value={text} onChange={() => undefined} rows={2} />
      <Button variant="primary" icon="copy" onClick={() => void copyText(text).then(setCopied)}>
        {t('share_copy')}
      </Button>
      <p role="status" className="quiet">
        {copied === null ? '' : t(copied ? 'share_copied' : 'share_not_copied')}
      </p>
    </div>
  );
}
