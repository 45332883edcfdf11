import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { LiveRegion } from '@/components/ui/LiveRegion';
import { Notice } from '@/components/ui/Notice';
import { Spinner } from '@/components/ui/Spinner';
import { t } from '@/lib/platform/i18n';
import type { Purpose } from '@/lib/share/invite/invitation';
import { type StewardState, stewardCode } from '@/lib/share/invite/steward';
import { problemWords } from '@/lib/share/transport/relay-words';
import { database } from '@/lib/store/database';
import { momentText } from '../moment-text.ts';
import { CodeToCompare } from './CodeToCompare.tsx';
import { HandField } from './HandField.tsx';
import { HandText } from './HandText.tsx';
import { type InviteWords, inviteWords } from './invite-words.ts';
import { refusalWords } from './share-words.ts';
import { type ByHand, useSteward } from './use-steward.ts';

export interface InviteDialogProps {
  readonly space: string;
  readonly member: { readonly id: string; readonly name: string };
  /** Into a circle, or as one more device of one's own. */
  readonly purpose?: Purpose | undefined;
  readonly onClose: () => void;
}

/** Lets one member (or one device of one's own) in: a text to send, a code to compare aloud, and nothing else. */
export function InviteDialog({ space, member, purpose = 'circle', onClose }: InviteDialogProps) {
  const words = inviteWords(purpose, member.name);
  const { inviting, say, withdraw, forget } = useSteward(space, member.id, purpose);
  return (
    <Dialog open title={words.title} onClose={onClose}>
      <div className="share-steps">
        {inviting.at === 'opening' ? (
          <p className="share-wait">
            <Spinner /> {t('share_connecting')}
          </p>
        ) : inviting.at === 'unreachable' ? (
          <Notice kind="problem" title={problemWords(inviting.reason)} kept={words.kept} />
        ) : (
          <Steps
            space={space}
            words={words}
            text={inviting.text}
            state={inviting.state}
            hand={inviting.hand}
            say={say}
            onWithdraw={() => void withdraw().then(onClose)}
            onPassedOn={() => void forget().then(onClose)}
            onClose={onClose}
          />
        )}
      </div>
    </Dialog>
  );
}

interface StepsProps {
  readonly space: string;
  readonly words: InviteWords;
  readonly text: string;
  readonly state: StewardState;
  readonly hand: ByHand | null;
  readonly say: (same: boolean) => void;
  readonly onWithdraw: () => void;
  readonly onPassedOn: () => void;
  readonly onClose: () => void;
}

function Steps(props: StepsProps) {
  const { words, text, state, hand, say, onWithdraw, onPassedOn, onClose } = props;
  const others = state.others > 0 ? <p className="quiet">{t('share_invite_others')}</p> : null;
  const withdraw = (
    <div className="share-acts">
      <Button variant="plain" size="small" onClick={onWithdraw}>
        {t('share_invite_withdraw')}
      </Button>
    </div>
  );
  switch (state.phase) {
    case 'waiting':
    case 'answered':
      if (hand)
        return (
          <>
            {state.phase === 'waiting' ? (
              <>
                <p>{words.handLead}</p>
                <HandText label={t('hand_invitation')} text={text} copy={t('share_copy')} />
                <HandField key="ask" label={words.handFirst} take={hand.take} />
              </>
            ) : (
              <>
                <p>{words.handAnswer}</p>
                <HandText label={t('hand_yours', { n: 3 })} text={hand.said ?? ''} copy={t('hand_copy')} />
                <HandField key="reveal" label={words.handSecond} take={hand.take} />
              </>
            )}
            <p className="quiet">{t('hand_until', { when: momentText(state.expiresAt) })}</p>
            {others}
            {withdraw}
          </>
        );
      return (
        <>
          <p>{words.lead}</p>
          <HandText label={t('share_invitation')} text={text} copy={t('share_copy')} />
          <p className="quiet">{words.until(momentText(state.expiresAt))}</p>
          <p className="share-wait" role="status">
            <Spinner /> {words.waiting}
          </p>
          {others}
          {withdraw}
        </>
      );
    case 'comparing':
      return (
        <>
          <CodeToCompare code={stewardCode(state) ?? ''} words={words.code} onSay={say} />
          {others}
        </>
      );
    case 'granting':
      return <LettingIn words={words.lettingIn} />;
    case 'granted':
      if (hand?.said) return <LastWord {...props} said={hand.said} />;
      return (
        <>
          <LettingIn words={words.lettingIn} />
          {state.disputed ? <Notice kind="problem" title={words.disputed} todo={words.disputedTodo} /> : null}
          <p className="quiet">{t('share_granted_hint')}</p>
          <Button variant="plain" onClick={onPassedOn}>
            {t('share_granted_anew')}
          </Button>
        </>
      );
    case 'done':
      return (
        <>
          <LiveRegion message={words.done} />
          <Notice
            kind="info"
            title={words.done}
            todo={words.doneTodo}
            actions={
              <Button variant="primary" onClick={onClose}>
                {t('share_done')}
              </Button>
            }
          />
          {others}
          {state.disputed ? <Notice kind="problem" title={words.disputed} todo={words.disputedTodo} /> : null}
        </>
      );
    case 'ended':
      return <Notice kind="problem" {...refusalWords(state.why ?? 'cancelled')} kept={words.kept} />;
    default:
      return state.phase satisfies never;
  }
}

const LettingIn = ({ words }: { readonly words: string }) => (
  <p className="share-wait" role="status">
    <Spinner /> {words}
  </p>
);

/** By hand: the last text, with all that was written sealed below it, so that one paste is enough. */
function LastWord({ space, words, said, onPassedOn }: StepsProps & { readonly said: string }) {
  const [below, setBelow] = useState<string | null>(null);
  useEffect(() => {
    const write = async () => {
      const [{ writeSpaceFile }, { shareStore }] = await Promise.all([
        import('@/lib/share/by-file'),
        import('@/lib/store/share-store'),
      ]);
      return (await writeSpaceFile(shareStore(database()), space)) ?? '';
    };
    write().then(setBelow, (error: unknown) => {
      console.error('The circle could not be written below the last word', error);
      setBelow('');
    });
  }, [space]);
  if (below === null) return <LettingIn words={words.lettingIn} />;
  return (
    <>
      <p>{words.handLast}</p>
      <HandText label={t('hand_yours', { n: 5 })} text={`${said}\n\n${below}`.trim()} copy={t('hand_copy')} />
      <p className="quiet">{words.handAfter}</p>
      <div className="dialog-actions">
        <Button once onClick={onPassedOn}>
          {t('hand_sent')}
        </Button>
      </div>
    </>
  );
}
