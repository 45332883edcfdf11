import { presentMembers } from '@/lib/circle/member';
import { type HeartRing, placeHeart } from '@/lib/network/heart';
import { t } from '@/lib/platform/i18n';
import { type CircleView, cardMember } from '../circles/use-circles.ts';
import { routeTo } from '../route.ts';
import { membersWords } from './TieList.tsx';

/** My circles, each as a ring of seats: the people one already meets. Without a circle, oneself. */
export function MapHeart({
  circles,
  radius,
}: {
  readonly circles: readonly CircleView[];
  /** Px. */
  readonly radius: number;
}) {
  const rings = placeHeart(
    circles.map(({ members }) => presentMembers(members).length),
    radius,
  );
  return (
    <g>
      <circle className="map-heart" r={radius + 2} />
      {rings.map((ring, index) => {
        const view = circles[index];
        return view ? <HeartCircle key={view.circle.id} view={view} ring={ring} /> : null;
      })}
      {circles.length < 2 ? (
        <text className="heart-me map-letters" dy="0.35em" aria-hidden={circles.length > 0}>
          {t('network_me')}
        </text>
      ) : null}
    </g>
  );
}

function HeartCircle({ view, ring }: { readonly view: CircleView; readonly ring: HeartRing }) {
  const people = presentMembers(view.members).flatMap((member, index) => {
    const place = ring.seats[index];
    return place ? [{ ...cardMember(view, member), place }] : [];
  });
  const middle = `translate(${ring.x} ${ring.y})`;
  return (
    <>
      <a
        className="heart-circle"
        href={routeTo('circles', view.circle.id)}
        aria-label={t('network_heart_circle', {
          circle: view.circle.name,
          people: membersWords(view.members, view.me?.id),
        })}
      >
        <g transform={middle}>
          <title>{view.circle.name}</title>
          <circle className="heart-ring" r={Math.max(0, ring.radius - ring.seat - 1)} />
          {people.map(({ id, hue, place }) => (
            <circle key={id} className="heart-seat" data-hue={hue} cx={place.x} cy={place.y} r={ring.seat} />
          ))}
        </g>
      </a>
      {ring.seat >= 9.5 ? (
        <g className="map-letters" aria-hidden transform={middle}>
          {people.map(({ id, initials, place }) => (
            <text
              key={id}
              className="heart-initials"
              x={place.x}
              y={place.y}
              dy="0.35em"
              fontSize={ring.seat * 0.78}
            >
              {initials}
            </text>
          ))}
        </g>
      ) : null}
    </>
  );
}
