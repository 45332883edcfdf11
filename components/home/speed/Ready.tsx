import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Disclosure } from '@/components/ui/Disclosure';
import { Section } from '@/components/ui/Section';
import { useToast } from '@/components/ui/ToastProvider';
import { unlockChime } from '@/lib/platform/chime';
import { clock } from '@/lib/platform/clock';
import { t, tn } from '@/lib/platform/i18n';
import { beginSpeed, drawAgain } from '@/lib/speed/commands';
import type { SpeedEvent } from '@/lib/speed/event';
import { pairsSeenBefore, type SpeedHistory } from '@/lib/speed/history';
import { clockTimes } from '@/lib/speed/view';
import { pressOnce } from '../../sidebar/press-once.ts';
import { routeTo } from '../route.ts';
import { CopyButton } from './CopyButton.tsx';
import { People } from './People.tsx';
import { Rooms } from './Rooms.tsx';
import { eventText, PROMPTED, partName, promptsOf, spanText, thirdText } from './speed-words.ts';
import { TimesList } from './TimesList.tsx';
import { newSeed } from './use-speed.ts';

export interface ReadyProps {
  readonly event: SpeedEvent;
  readonly history: SpeedHistory;
}

/** Before the event: pairs and times to look at, to copy and to change. */
export function Ready({ event, history }: ReadyProps) {
  const toast = useToast();
  const { record, problem } = useRecord();
  const seen = pairsSeenBefore(event, history);
  const begin = () => {
    unlockChime();
    void record(beginSpeed(event, clock.now()));
  };
  const again = async () => {
    if (await record([drawAgain(event, history, newSeed(), clock.now())]))
      toast({ text: t('speed_drawn_again') });
  };
  return (
    <>
      <div className="speed-actions">
        <Button variant="primary" {...pressOnce(begin)}>
          {t('speed_begin')}
        </Button>
        <CopyButton
          label={t('speed_copy_all')}
          text={() => eventText(event, clockTimes(event, clock.now()))}
        />
        <Button onClick={() => void again()}>{t('speed_draw_again')}</Button>
        <a className="button button-quiet" href={routeTo('speed', `edit:${event.id}`)}>
          {t('speed_change')}
        </a>
      </div>
      {problem}
      <p className="quiet">
        {seen.again > 0 ? tn('speed_seen_again', seen.again) : t('speed_seen_none')}{' '}
        {seen.known > 0 ? tn('speed_seen_known', seen.known) : ''}
      </p>
      <Section title={t('speed_times')}>
        <TimesList steps={event.steps} start={event.start} rounds={event.rounds.length} />
      </Section>
      <Section title={t('speed_who_meets')}>
        {event.rounds.some(({ groups }) => groups.some((group) => group.length > 2)) ? (
          <p className="quiet">{t('speed_three', { each: thirdText(event.minutes.half) })}</p>
        ) : null}
        <Rounds event={event} />
      </Section>
      <People event={event} history={history} />
      <Disclosure title={t('speed_prompts')}>
        {PROMPTED.map((kind) => (
          <div key={kind} className="speed-prompts">
            <h3>{partName({ kind, round: 0 }, event.rounds.length)}</h3>
            <ul>
              {promptsOf(kind).map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </div>
        ))}
      </Disclosure>
    </>
  );
}

/** The rooms of every round. */
function Rounds({ event }: { readonly event: SpeedEvent }) {
  const times = clockTimes(event, event.start);
  const at = (kind: 'first' | 'second', round: number) =>
    times.find(({ step }) => step.kind === kind && step.round === round);
  return (
    <div className="speed-rounds">
      {event.rounds.map((round, index) => {
        const [first, second] = [at('first', index), at('second', index)];
        const name = t('speed_round', { n: index + 1 });
        return (
          <section key={name} className="card" aria-label={name}>
            <h3>
              {name}
              {first && second ? (
                <span className="card-line"> {spanText(first.at, second.at + second.step.ms)}</span>
              ) : null}
            </h3>
            <Rooms round={round} people={event.people} label={name} />
          </section>
        );
      })}
    </div>
  );
}
