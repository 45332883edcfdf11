import { type ReactNode, useRef } from 'react';
import { DataLost } from '@/components/card/DataLost';
import { DataUnavailable } from '@/components/card/DataUnavailable';
import { KeepOwn } from '@/components/card/KeepOwn';
import { KeepShared } from '@/components/card/KeepShared';
import { Later } from '@/components/ui/Later';
import { ToastProvider } from '@/components/ui/ToastProvider';
import { useCaughtFocus } from '@/components/ui/use-caught-focus';
import { t } from '@/lib/platform/i18n';
import type { OpenFailure } from '@/lib/store/open';
import { type CircleView, useCircles } from '../home/circles/use-circles.ts';
import { useNow } from '../home/circles/use-now.ts';
import type { UnsentContract } from '../home/contracts/NewContract.tsx';
import { routeTo } from '../home/route.ts';
import { NextMeeting } from './NextMeeting.tsx';
import { OpenContracts } from './OpenContracts.tsx';
import { PopupFoot } from './PopupFoot.tsx';
import { PopupStart } from './PopupStart.tsx';
import { QuickEntry } from './QuickEntry.tsx';
import { StuckAccounts } from './StuckAccounts.tsx';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/button.css';
import './popup.css';

export interface PopupProps {
  /** Why the database could not be opened; null when all is well. */
  readonly failure: OpenFailure | null;
  /** The circle last written for; '' for none. */
  readonly lastCircle: string;
  /** The circles, read before the first picture, so that the field is there with it. */
  readonly circles: readonly CircleView[];
  /** What was being written when it closed; null for nothing. */
  readonly unsent: UnsentContract | null;
  /** What was typed while it opened. */
  readonly typed: string;
}

/** The popup: write a contract at once, see when one meets next, and say how the open ones went. */
export function Popup({ failure, ...content }: PopupProps) {
  if (failure) return <DataUnavailable reason={failure} />;
  return (
    <ToastProvider>
      <PopupMain>
        <PopupContent {...content} />
      </PopupMain>
    </ToastProvider>
  );
}

function PopupMain({ children }: { readonly children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  useCaughtFocus(main);
  return (
    <main className="popup" ref={main}>
      <h1 className="visually-hidden">{t('appName')}</h1>
      <DataLost />
      {children}
      <PopupFoot />
    </main>
  );
}

function PopupContent({ lastCircle, unsent, typed, circles: first }: Omit<PopupProps, 'failure'>) {
  const circles = useCircles(first) ?? first;
  const now = useNow();
  const used = circles.filter(({ circle }) => !circle.archived);
  if (used.length === 0) return <PopupStart />;
  const mine = used.filter(({ me }) => me && me.leftOn === null);
  return (
    <>
      {mine.length > 0 ? (
        <QuickEntry circles={mine} lastCircle={lastCircle} unsent={unsent} typed={typed} />
      ) : (
        <a href={`/home.html${routeTo('circles', used[0]?.circle.id)}`} target="_blank" rel="noreferrer">
          {t('popup_who')}
        </a>
      )}
      <NextMeeting circles={used.filter(({ me }) => !me?.leftOn)} now={now} />
      <StuckAccounts />
      <OpenContracts circles={circles} now={now} />
      <Later>
        <KeepShared />
        <KeepOwn />
      </Later>
    </>
  );
}
