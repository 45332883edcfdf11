import { setOrder } from '@/lib/meeting/commands';
import { type Format, ORDERS } from '@/lib/meeting/format';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { listFormat } from '@/lib/platform/intl';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { useAtOnce } from '../ui/use-at-once.ts';
import { type Stage, useStage } from './stage.ts';

const KEYS = { seats: 'order_seats', random: 'order_random' } as const satisfies Record<
  (typeof ORDERS)[number],
  string
>;

/** The order of today: as somebody chose it, else as the format has it. */
export const orderToday = ({ acting }: Stage, format: Format): (typeof ORDERS)[number] =>
  acting.row?.order?.order ?? (format.phases.some((phase) => phase.order === 'random') ? 'random' : 'seats');

export interface SpeakingOrderProps {
  readonly format: Format;
  /** Who is here, in the order of speaking. */
  readonly here: readonly string[];
}

/** Who speaks after whom today: as they sit, or drawn; one line until somebody wants to change it. */
export function SpeakingOrder({ format, here }: SpeakingOrderProps) {
  const stage = useStage();
  const { acting, record, short } = stage;
  const [order, setShown, forget] = useAtOnce(orderToday(stage, format));
  if (!format.phases.some((phase) => phase.perMember)) return null;
  const choose = (next: (typeof ORDERS)[number]) => {
    setShown(next);
    void record(setOrder(acting, next, newId())).then((done) => done ?? forget());
  };
  // Where the format draws each phase anew and nobody chose otherwise, there is no one order to show.
  const isKnown = order === 'seats' || acting.row?.order?.order === 'random';
  return (
    <Disclosure title={t('order_title', { order: t(KEYS[order]) })}>
      <div className="order">
        <RadioGroup
          label={t('order_label')}
          value={order}
          options={ORDERS.map((value) => ({ value, label: t(KEYS[value]) }))}
          onChange={choose}
        />
        {isKnown ? (
          <p className="calm-line">
            {t('order_today', {
              names: listFormat({ type: 'unit', style: 'short' }).format(
                here.map((id) => short.get(id) ?? '?'),
              ),
            })}
          </p>
        ) : null}
        {order === 'random' ? (
          <Button size="small" onClick={() => choose('random')}>
            {t('order_again')}
          </Button>
        ) : null}
      </div>
    </Disclosure>
  );
}
