import { useId } from 'react';
import { TIE_CATEGORIES, type TieCategory } from '@/lib/network/facts';
import type { TieRow } from '@/lib/network/tie';
import type { Sector, TieMap } from '@/lib/network/tie-map';
import { t, tn } from '@/lib/platform/i18n';
import type { SeatLook } from '../../ring/seat-look.ts';
import { routeTo } from '../route.ts';
import { fitting, nameArc } from './map-geometry.ts';
import { TieDot } from './TieDot.tsx';
import { categoryWords, QUESTION_KEYS, SHORT_KEYS, tieSentence } from './tie-words.ts';

export interface MapSectorProps {
  readonly sector: Sector;
  readonly map: TieMap;
  readonly byId: ReadonlyMap<string, TieRow>;
  readonly looks: ReadonlyMap<string, SeatLook>;
  readonly dueIds: ReadonlySet<string>;
  /** ISO date. */
  readonly today: string;
  readonly asks: boolean;
  /** The tie that is looked at; null for none. */
  readonly onSee: (id: string | null) => void;
  readonly onAsk: (category: TieCategory) => void;
  readonly onMore: (category: TieCategory | null) => void;
}

/** A category's part of the map: its name along the rim, and its ties; or the question where there are none. */
export function MapSector(props: MapSectorProps) {
  const { sector, map, byId, looks, dueIds, today, asks, onSee, onAsk, onMore } = props;
  const { category, from, to, dots, more } = sector;
  const arc = useId();
  const size = map.size < 420 ? 10.5 : 12.5;
  const names =
    category === null
      ? [categoryWords(null), t('network_short_unsaid')]
      : [categoryWords(category), t(SHORT_KEYS[category])];
  const name = fitting(names, (to - from) * (map.rim + 5), size);
  const isEmpty = dots.length === 0 && more === null;
  return (
    <g
      aria-label={
        isEmpty
          ? categoryWords(category)
          : `${categoryWords(category)}: ${tn('network_count', dots.length + (more?.ids.length ?? 0))}`
      }
      data-hue={category === null ? undefined : TIE_CATEGORIES.indexOf(category)}
    >
      {name === null ? null : (
        <g>
          <path id={arc} className="map-arc" d={nameArc(from, to, map.rim, size * 0.72)} />
          <text className="map-name" fontSize={size}>
            <textPath href={`#${arc}`} startOffset="50%">
              {name}
            </textPath>
          </text>
        </g>
      )}
      {dots.map((dot) => {
        const tie = byId.get(dot.id);
        return tie ? (
          <TieDot
            key={dot.id}
            tie={tie}
            initials={looks.get(dot.id)?.initials ?? ''}
            x={dot.x}
            y={dot.y}
            pitch={map.pitch}
            named={map.named}
            isDue={dueIds.has(dot.id)}
            label={tieSentence(tie, today, dueIds.has(dot.id))}
            onSee={onSee}
          />
        ) : null;
      })}
      {more ? (
        <a
          className="map-more"
          href={routeTo('network')}
          aria-label={tn('network_map_more', more.ids.length)}
          onClick={(event) => {
            event.preventDefault();
            onMore(category);
          }}
        >
          <g transform={`translate(${more.x} ${more.y})`}>
            <circle r={map.pitch / 2 - 1} />
          </g>
        </a>
      ) : null}
      {more ? (
        <text className="map-letters map-count" aria-hidden x={more.x} y={more.y} dy="0.35em">
          {t('network_more_count', { count: more.ids.length })}
        </text>
      ) : null}
      {isEmpty && asks && category !== null ? (
        <a
          className="map-ask"
          href={routeTo('network')}
          aria-label={t(QUESTION_KEYS[category])}
          onClick={(event) => {
            event.preventDefault();
            onAsk(category);
          }}
        >
          <g transform={`translate(${sector.x} ${sector.y})`}>
            <circle r={map.size < 420 ? 11 : 15} />
            <path d="M-4 0H4M0 -4V4" />
          </g>
        </a>
      ) : null}
    </g>
  );
}
