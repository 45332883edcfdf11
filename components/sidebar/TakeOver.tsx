import { takeOver } from '@/lib/meeting/steering';
import { clock } from '@/lib/platform/clock';
import { locale, t, tn } from '@/lib/platform/i18n';
import { Button } from '../ui/Button.tsx';
import { useStage } from './stage.ts';

/** In place of the controls, for whoever does not move this shared meeting: who does, and the way to do it oneself. */
export function TakeOver() {
  const { acting, record, short } = useStage();
  const names = (acting.row?.steering?.members ?? []).map((id) => short.get(id) ?? '?');
  const list = new Intl.ListFormat(locale(), { type: 'conjunction' }).format(names);
  return (
    <div className="controls">
      <p className="calm-line">
        {names.length === 0
          ? t('sidebar_steered_nobody')
          : tn('sidebar_steered_by', names.length, { names: list })}
      </p>
      <Button wide onClick={() => void record([takeOver(acting, clock.now())], t('sidebar_took_over_me'))}>
        {t('sidebar_take_over')}
      </Button>
    </div>
  );
}
