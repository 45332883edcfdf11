import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { type SidebarContext, sidebarAnswers } from '@/lib/platform/messages';
import { answer, send } from '@/lib/platform/messenger';

export interface Call {
  /** What the background knows of the call one is in; null while it is asked. */
  context: SidebarContext | null;
  /** The extension was updated under this page: nothing here works any more. */
  dead: boolean;
  choose(circleId: string | null): void;
}

const NOWHERE: SidebarContext = {
  tabId: null,
  host: null,
  code: null,
  state: 'outside',
  title: null,
  circleId: null,
  meetingId: null,
  matched: null,
};

/** The call this sidebar stands beside, followed as it changes. */
export function useCall(): Call {
  const [context, setContext] = useState<SidebarContext | null>(null);
  const [dead, setDead] = useState(false);
  useEffect(() => {
    let gone = false;
    const ask = async () => {
      const reply = await send('sidebar.context', null);
      if (gone) return;
      if (browser.runtime?.id === undefined) setDead(true);
      else setContext(reply.ok ? reply : NOWHERE);
    };
    void ask();
    const stop = answer(sidebarAnswers, {
      'sidebar.changed': () => {
        void ask();
        return { ok: true };
      },
    });
    return () => {
      gone = true;
      stop();
    };
  }, []);
  const choose = useCallback((circleId: string | null) => void send('sidebar.choose', { circleId }), []);
  return { context, dead, choose };
}
