import { presentMembers } from '@/lib/circle/member';
import { pausedDays } from '@/lib/circle/pause';
import { circleHealth, type Health } from '@/lib/meeting/health';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { listFormat } from '@/lib/platform/intl';
import { isoDay } from '@/lib/platform/iso-day';
import { nameOf, useStage } from './stage.ts';

/** One gentle line to whoever facilitates today: nothing, or the one thing worth a word, with what to do. */
export function HealthLine({ facilitator }: { readonly facilitator: string | null }) {
  const stage = useStage();
  const { room, me, acting } = stage;
  if (me !== null && me !== facilitator) return null;
  const last = room.held.at(-1);
  const meets = Math.max(acting.slot.start, clock.now());
  const health = circleHealth({
    held: room.held,
    members: presentMembers(room.members).map((member) => member.id),
    everyDays: room.circle.everyDays,
    pausedDays: last ? pausedDays(room.circle.pauses, isoDay(last.start), isoDay(meets)) : 0,
    now: meets,
  });
  if (!health) return null;
  const names = (ids: readonly string[]) => listFormat().format(ids.map((id) => nameOf(stage, id)));
  return (
    <section className="thought" aria-label={t('health_label')}>
      <p>{healthText(health, names)}</p>
    </section>
  );
}

function healthText(health: Health, names: (ids: readonly string[]) => string): string {
  switch (health.kind) {
    case 'longGap':
      return t('health_longGap', { days: health.days });
    case 'missing':
      return tn('health_missing', health.members.length, { names: names(health.members) });
    case 'fewer':
      return t('health_fewer', { came: health.came, of: health.of });
    case 'drift':
      return t(health.by === 'thread' ? 'health_drift_thread' : 'health_drift');
    case 'uneven':
      return t('health_uneven');
    default:
      return health satisfies never;
  }
}
