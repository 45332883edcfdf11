import { useState } from 'react';
import type { Provider } from '@/lib/calendar/sync/provider';
import { type AccountTrouble, connect } from './account-actions.ts';

/** Where a sign-in stands. */
export type ConnectStep =
  | { at: 'rest' }
  | { at: 'browser' | 'service'; provider: Provider }
  | { at: 'trouble'; provider: Provider; reason: AccountTrouble; code: string | null }
  | { at: 'connected'; provider: Provider };

export interface Connecting {
  readonly step: ConnectStep;
  /** The browser or the service is asking just now. */
  readonly waiting: boolean;
  /** Signs in to another account, or again to a known one. Called directly by a click. */
  start(provider: Provider, accountId?: string | null): void;
  dismiss(): void;
}

/** One sign-in at a time, wherever on the page it was asked for. */
export function useConnecting(): Connecting {
  const [step, setStep] = useState<ConnectStep>({ at: 'rest' });
  const waiting = step.at === 'browser' || step.at === 'service';
  return {
    step,
    waiting,
    start(provider, accountId = null) {
      if (waiting) return;
      setStep({ at: 'browser', provider });
      void connect(provider, accountId, () => setStep({ at: 'service', provider })).then((done) => {
        if (done.ok) setStep({ at: 'connected', provider });
        else setStep({ at: 'trouble', provider, reason: done.reason, code: done.code });
      });
    },
    dismiss: () => setStep({ at: 'rest' }),
  };
}
