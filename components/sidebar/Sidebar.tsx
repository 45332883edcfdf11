import { useState } from 'react';
import { isDemonstration, isPractice } from '@/lib/platform/demonstration';
import { t } from '@/lib/platform/i18n';
import { KeepOwn } from '../card/KeepOwn.tsx';
import { Later } from '../ui/Later.tsx';
import { Notice } from '../ui/Notice.tsx';
import { onDemand } from '../ui/on-demand.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ToastProvider } from '../ui/ToastProvider.tsx';
import { Chooser } from './Chooser.tsx';
import { Cover } from './Cover.tsx';
import { RoomScreen } from './RoomScreen.tsx';
import { useCall } from './use-call.ts';
import { useCover } from './use-cover.ts';
import { useDead } from './use-dead.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import './sidebar.css';
import './roles.css';
import './in-the-room.css';

const DemoBanner = onDemand(async () => (await import('../home/demo/DemoBanner.tsx')).DemoBanner, null);
const PracticeBanner = onDemand(async () => (await import('./PracticeBanner.tsx')).PracticeBanner, null);

export interface SidebarProps {
  /** From the address: the circle to hold a meeting of, without any call page. */
  readonly circleId: string | null;
  /** In a call page, as a frame. */
  readonly inPage: boolean;
}

/** The sidebar beside a call, in the browser's side panel or in a window of its own. */
export function Sidebar({ circleId, inPage }: SidebarProps) {
  const call = useCall();
  const dead = useDead();
  // Looked up while there still are texts.
  const [lastWords] = useState(() => ({
    title: t('sidebar_dead'),
    kept: t('sidebar_dead_kept'),
    todo: t('sidebar_dead_todo'),
  }));
  const [chosen, setChosen] = useState(circleId);
  const { covered, cover, lift } = useCover('nobody');
  const { context } = call;
  const circle = chosen ?? context?.circleId ?? null;
  if (dead)
    return (
      <main className="stage">
        <Notice kind="problem" {...lastWords} />
      </main>
    );
  if (!context && !circle) return <Skeleton lines={6} />;
  const leave = () => {
    setChosen(null);
    void call.choose(null);
  };
  return (
    <ToastProvider>
      {covered ? <Cover onLift={lift} /> : null}
      <Later>
        <KeepOwn />
      </Later>
      <div className="sidebar" hidden={covered}>
        {isPractice() ? <PracticeBanner /> : isDemonstration() ? <DemoBanner /> : null}
        {circle ? (
          <RoomScreen
            circleId={circle}
            meetingId={context?.circleId === circle ? context.meetingId : null}
            inPage={inPage}
            onCover={cover}
            onLeave={context?.matched === 'code' && !chosen ? undefined : leave}
          />
        ) : (
          <Chooser
            beside={context?.code != null}
            onChoose={async (id) => {
              if (context?.code == null || !(await call.choose(id))) setChosen(id);
            }}
          />
        )}
      </div>
    </ToastProvider>
  );
}
