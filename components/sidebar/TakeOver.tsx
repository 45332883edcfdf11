import { takeOver } from '@/lib/meeting/steering';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { listFormat } from '@/lib/platform/intl';
import { Button } from '../ui/Button.tsx';
import { useStage } from './stage.ts';

const listed = (names: readonly string[]): string => listFormat({ type: 'conjunction' }).format(names);

/** Below the controls, for whoever moves this shared meeting: who else took that over. */
export function AlsoSteers() {
  const { acting, me, short } = useStage();
  const others = new Set((acting.row?.steering?.tookOver ?? []).map(({ member }) => member));
  if (me !== null) others.delete(me);
  if (others.size === 0) return null;
  const names = listed([...others].map((id) => short.get(id) ?? '?'));
  return <p className="calm-line">{tn('sidebar_steers_too', others.size, { names })}</p>;
}

/** In place of the controls, for whoever does not move this shared meeting: who does, and the way to do it oneself. */
export function TakeOver() {
  const { acting, record, short } = useStage();
  const names = (acting.row?.steering?.members ?? []).map((id) => short.get(id) ?? '?');
  return (
    <div className="controls">
      <p className="calm-line">
        {names.length === 0
          ? t('sidebar_steered_nobody')
          : tn('sidebar_steered_by', names.length, { names: listed(names) })}
      </p>
      <Button wide onClick={() => void record([takeOver(acting, clock.now())], t('sidebar_took_over_me'))}>
        {t('sidebar_take_over')}
      </Button>
    </div>
  );
}
