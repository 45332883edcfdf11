import { Ring, type RingCentre, type SeatState } from '@/components/ring/Ring';
import { TimeBar } from '@/components/ring/TimeBar';
import { Button } from '@/components/ui/Button';
import { Section } from '@/components/ui/Section';
import { seatsOf } from './people.ts';

const plenty: RingCentre = {
  remainingMs: 342_000,
  totalMs: 590_000,
  label: 'Chen’s turn',
  over: false,
  soon: false,
};
const soon: RingCentre = { ...plenty, remainingMs: 42_000, soon: true };
const over: RingCentre = { ...plenty, remainingMs: -20_000, over: true };
const paused: RingCentre = { ...plenty, paused: true };
const all = (count: number, state: SeatState) => Array.from({ length: count }, () => state);

/** The ring from two seats to twelve, and through a turn. */
export function RingGallery() {
  return (
    <Section title="The ring">
      <div className="gallery-grid">
        <Ring seats={seatsOf(6, ['done', 'done', 'now'], [0.97, 1.12, 0.42])} centre={plenty} />
        <Ring
          seats={seatsOf(7, ['done', 'passed', 'now', 'waiting', 'away', 'waiting', 'away'], [0.8, 0, 0.93])}
          centre={soon}
        />
        <Ring seats={seatsOf(5, ['done', 'done', 'now', 'away'], [1.6, 0.4, 1.04])} centre={over} />
        <Ring seats={seatsOf(8, ['done', 'done', 'now'], [1, 0.7, 0.42])} centre={paused} />
        <Ring seats={seatsOf(2, ['done', 'now'], [0.97, 0.42])} centre={{ ...plenty, label: 'Bo’s turn' }} />
        <Ring seats={seatsOf(3, ['done', 'now'], [0.97, 0.42])} centre={{ ...plenty, label: 'Bo’s turn' }} />
        <Ring
          seats={seatsOf(12, [...all(5, 'done'), 'now', 'away', 'passed'], [1, 0.6, 1.2, 0.9, 1.5, 0.6])}
          centre={{
            ...plenty,
            totalMs: 4_500_000,
            remainingMs: 3_905_000,
            label: 'Arrive and confidentiality',
          }}
        />
        <Ring seats={seatsOf(6, [], [])} centre={plenty}>
          <Button variant="primary">Start meeting</Button>
        </Ring>
      </div>
      <TimeBar
        steps={[
          { id: 'a', name: 'Arrive', ms: 120_000 },
          { id: 'b', name: 'Asking for time', ms: 180_000 },
          { id: 'c', name: 'Reports', ms: 720_000 },
          { id: 'd', name: 'Work', ms: 3_540_000 },
          { id: 'e', name: 'Contracts', ms: 540_000 },
          { id: 'f', name: 'Close', ms: 300_000 },
        ]}
        nowId="d"
        done={0.46}
      />
    </Section>
  );
}
