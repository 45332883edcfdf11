import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { beginPlan } from '@/lib/goal/commands';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';

/** Begins a written plan, in a circle or for oneself. */
export function BeginPlan({
  inCircle,
  again = false,
  onBegun,
}: {
  readonly inCircle: string | null;
  /** There is one already. */
  readonly again?: boolean | undefined;
  readonly onBegun?: ((id: string) => void) | undefined;
}) {
  const { record, problem } = useRecord();
  const begin = useOneAtATime(async () => {
    const id = newId();
    if (await record([beginPlan(id, inCircle, clock.now())])) onBegun?.(id);
  });
  return (
    <>
      <Button variant={again ? 'quiet' : 'primary'} onClick={() => void begin()}>
        {t(again ? 'plan_begin_again' : 'plan_begin')}
      </Button>
      {problem}
    </>
  );
}
