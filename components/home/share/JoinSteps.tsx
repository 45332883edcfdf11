import type { ReactNode } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { Spinner } from '@/components/ui/Spinner';
import { t } from '@/lib/platform/i18n';
import { newcomerCode } from '@/lib/share/invite/newcomer';
import { problemWords } from '@/lib/share/transport/relay-words';
import { JoinedDevice } from '../devices/JoinedDevice.tsx';
import { CodeToCompare } from './CodeToCompare.tsx';
import { HandField } from './HandField.tsx';
import { HandText } from './HandText.tsx';
import { Joined } from './Joined.tsx';
import { refusalWords } from './share-words.ts';
import { type Entry, useNewcomer } from './use-newcomer.ts';

export interface JoinStepsProps {
  readonly entry: Entry;
  readonly onClose: () => void;
  readonly onAgain: () => void;
}

/** From an invitation to being in: over a relay all but the code goes by itself, by hand each text is passed on. */
export function JoinSteps({ entry, onClose, onAgain }: JoinStepsProps) {
  const { joining, say } = useNewcomer(entry);
  const isDevice = entry.invitation.purpose === 'device';
  const again = (
    <Button variant="primary" onClick={onAgain}>
      {t('share_join_another')}
    </Button>
  );
  if (joining.at === 'opening') return <Waiting>{t('share_connecting')}</Waiting>;
  if (joining.at === 'unreachable')
    return (
      <Notice
        kind="problem"
        title={problemWords(joining.reason)}
        kept={t('share_join_kept')}
        actions={again}
      />
    );
  const { state, space, hand } = joining;
  const code = newcomerCode(state) ?? '';
  const contested = state.contested ? (
    <Notice
      kind="problem"
      title={t('share_contested')}
      kept={t('share_contested_kept')}
      todo={t('share_contested_todo')}
    />
  ) : null;
  const stopped = hand ? (
    <div className="share-acts">
      <Button variant="plain" size="small" onClick={onAgain}>
        {t('share_join_another')}
      </Button>
    </div>
  ) : null;
  const mine = hand?.said ? (
    <HandText
      label={t('hand_yours', { n: state.phase === 'asking' ? 2 : 4 })}
      text={hand.said}
      copy={t('hand_copy')}
      quiet={state.phase === 'waiting'}
    />
  ) : null;
  switch (state.phase) {
    case 'asking':
      return hand ? (
        <>
          <p>{t(isDevice ? 'dev_hand_ask' : 'hand_ask')}</p>
          {mine}
          <HandField key="answer" label={t('hand_back', { n: 3 })} take={hand.take} />
          <p className="quiet">{t('hand_closed')}</p>
          {stopped}
        </>
      ) : (
        <>
          <Waiting>{t('share_join_asking')}</Waiting>
          <p className="quiet">{t(isDevice ? 'dev_asking_hint' : 'share_join_asking_hint')}</p>
        </>
      );
    case 'comparing':
      return (
        <>
          {contested}
          {hand ? <p>{t(isDevice ? 'dev_hand_reveal' : 'hand_reveal')}</p> : null}
          {mine}
          <CodeToCompare
            code={code}
            words={t(isDevice ? 'dev_code_there' : 'share_code_newcomer')}
            onSay={say}
          />
          {stopped}
        </>
      );
    case 'waiting':
    case 'opening':
      return (
        <>
          <p className="share-code" aria-hidden="true">
            <span>{code.slice(0, 3)}</span>
            <span>{code.slice(3)}</span>
          </p>
          {contested}
          {hand && state.phase === 'waiting' ? (
            <>
              <p>{t(isDevice ? 'dev_hand_wait' : 'hand_wait')}</p>
              <HandField key="grant" label={t('hand_back', { n: 5 })} take={hand.take} />
              {mine}
              {stopped}
            </>
          ) : (
            <Waiting>{t('share_join_waiting')}</Waiting>
          )}
        </>
      );
    case 'joined':
      if (space === null) return null;
      return isDevice ? (
        <JoinedDevice space={space} onClose={onClose} />
      ) : (
        <Joined space={space} isByHand={hand !== null} onClose={onClose} />
      );
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

const Waiting = ({ children }: { readonly children: ReactNode }) => (
  <p className="share-wait" role="status">
    <Spinner /> {children}
  </p>
);
