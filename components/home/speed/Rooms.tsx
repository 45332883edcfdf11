import { memo } from 'react';
import { t } from '@/lib/platform/i18n';
import type { SpeedPerson } from '@/lib/speed/event';
import type { DrawnRound } from '@/lib/speed/ledger';
import { groupNames, thirdText } from './speed-words.ts';

export interface RoomsProps {
  readonly round: DrawnRound;
  readonly people: readonly SpeedPerson[];
  /** The list's name. */
  readonly label: string;
  /** Minutes of one half, where three are to be told how to share; undefined: it is said elsewhere. */
  readonly halfMin?: number | undefined;
}

/** Who sits where in one round: rooms by number, whoever asks first in front. */
export const Rooms = memo(function Rooms({ round, people, label, halfMin }: RoomsProps) {
  const hasThree = round.groups.some((group) => group.length > 2);
  return (
    <>
      {hasThree && halfMin ? <p className="quiet">{t('speed_three', { each: thirdText(halfMin) })}</p> : null}
      <ol
        className="plain-list speed-rooms"
        data-many={round.groups.length > 12 ? '' : undefined}
        aria-label={label}
      >
        {round.groups.map((group, index) => (
          <li key={group.join('\n')}>
            <span className="speed-room">{t('speed_room', { n: index + 1 })}</span>{' '}
            <span className="speed-pair">{groupNames(group, people)}</span>
          </li>
        ))}
        {round.rest.length > 0 ? (
          <li className="speed-rest">
            <span className="speed-room">{t('speed_rests')}</span>{' '}
            <span className="speed-pair">{groupNames(round.rest, people)}</span>
          </li>
        ) : null}
      </ol>
    </>
  );
});
