import { useCallback, useEffect, useState } from 'react';
import { askContext, onTabInFront } from '@/lib/platform/beside';
import { type SidebarContext, sidebarAnswers } from '@/lib/platform/messages';
import { answer, send } from '@/lib/platform/messenger';

export interface Call {
  /** What the background knows of the call one is in; null while it is asked. */
  context: SidebarContext | null;
  /** Says which circle this call is. Resolves to whether there still is a call to say it of. */
  choose(circleId: string | null): Promise<boolean>;
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
  useEffect(() => {
    let gone = false;
    const ask = async () => {
      const reply = await askContext();
      if (!gone) setContext(reply.ok ? reply : NOWHERE);
    };
    void ask();
    const stopTabs = onTabInFront(() => void ask());
    const stop = answer(sidebarAnswers, {
      'sidebar.changed': () => {
        void ask();
        return { ok: true };
      },
    });
    return () => {
      gone = true;
      stop();
      stopTabs();
    };
  }, []);
  const tabId = context?.tabId ?? null;
  const choose = useCallback(
    async (circleId: string | null) => (await send('sidebar.choose', { circleId, tabId })).ok,
    [tabId],
  );
  return { context, choose };
}
