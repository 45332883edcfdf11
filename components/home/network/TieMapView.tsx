import { useMemo, useRef, useState } from 'react';
import type { TieCategory } from '@/lib/network/facts';
import type { TieRow } from '@/lib/network/tie';
import { placeTies } from '@/lib/network/tie-map';
import { t, tn } from '@/lib/platform/i18n';
import { seatLooks } from '../../ring/seat-look.ts';
import type { CircleView } from '../circles/use-circles.ts';
import { MapHeart } from './MapHeart.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapSector } from './MapSector.tsx';
import { spoke } from './map-geometry.ts';
import { tieSentence } from './tie-words.ts';
import { useWidth } from './use-width.ts';
import './tie-map.css';

/** Wider than this the eye has to travel too far. */
const WIDEST = 660;

export interface TieMapViewProps {
  readonly ties: readonly TieRow[];
  readonly circles: readonly CircleView[];
  readonly dueIds: ReadonlySet<string>;
  /** ISO date. */
  readonly today: string;
  /** Whether an empty category asks for somebody; not while one looks for something. */
  readonly asks: boolean;
  readonly onAsk: (category: TieCategory) => void;
  /** Shows in the list what finds no place on the map. */
  readonly onMore: (category: TieCategory | null) => void;
}

/** Circles at the heart, ties around: a part of the map for each category, the closer the nearer. */
export function TieMapView({ ties, circles, dueIds, today, asks, onAsk, onMore }: TieMapViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = Math.min(WIDEST, useWidth(frame));
  const [seen, setSeen] = useState<string | null>(null);
  const map = useMemo(() => placeTies(ties, Math.max(240, width)), [ties, width]);
  const byId = useMemo(() => new Map(ties.map((tie) => [tie.id, tie])), [ties]);
  // As in a circle: nobody has another's letters, and keeps their own when others come.
  const looks = useMemo(() => seatLooks(ties.toSorted((a, b) => a.since - b.since)), [ties]);
  const tie = seen === null ? undefined : byId.get(seen);
  const half = map.size / 2;
  return (
    <div ref={frame} className="tie-map">
      {width > 0 ? (
        <svg
          width={map.size}
          height={map.size}
          viewBox={`${-half} ${-half} ${map.size} ${map.size}`}
          aria-label={`${tn('network_map_ties', ties.length)} ${tn('network_map_circles', circles.length)}`}
        >
          <circle className="map-ground" r={map.rim} />
          {map.bounds?.toReversed().map((radius, index) => (
            <circle key={radius} className={index === 1 ? 'map-near' : 'map-middle'} r={radius} />
          ))}
          {map.sectors.map(({ from }) => (
            <path key={from} className="map-line" d={spoke(from, map.heart + 4, map.rim)} />
          ))}
          <MapHeart circles={circles} radius={map.heart} />
          {map.sectors.map((sector) => (
            <MapSector
              key={sector.category ?? 'unsaid'}
              sector={sector}
              map={map}
              byId={byId}
              looks={looks}
              dueIds={dueIds}
              today={today}
              asks={asks}
              onSee={setSeen}
              onAsk={onAsk}
              onMore={onMore}
            />
          ))}
        </svg>
      ) : null}
      {/* What the names of the dots say to others, for those who look. */}
      <p className="map-seen" aria-hidden="true">
        {tie ? tieSentence(tie, today, dueIds.has(tie.id)) : t('network_map_hint')}
      </p>
      <MapLegend hasDue={dueIds.size > 0} />
    </div>
  );
}
