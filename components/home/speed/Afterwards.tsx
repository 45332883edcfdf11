import { Section } from '@/components/ui/Section';
import { t, tn } from '@/lib/platform/i18n';
import type { SpeedEvent } from '@/lib/speed/event';
import { whoMetWhom } from '@/lib/speed/history';
import { routeTo } from '../route.ts';
import { CopyButton } from './CopyButton.tsx';
import { Notes } from './Notes.tsx';
import { promptsOf } from './speed-words.ts';

/** After the event: who met whom, my notes, and the next one with these people. */
export function Afterwards({ event, now }: { readonly event: SpeedEvent; readonly now: number }) {
  const met = whoMetWhom(event, now);
  const name = (id: string): string => event.people.find((one) => one.id === id)?.name ?? '?';
  const lines = event.people.map((person) => ({
    person,
    words: (met.get(person.id) ?? []).flatMap((one) => one.with.map(name)),
  }));
  const text = () =>
    lines
      .map(({ person, words }) =>
        t('speed_met_line', { name: person.name, names: words.join(', ') || t('speed_met_nobody') }),
      )
      .join('\n');
  return (
    <>
      <div className="speed-actions">
        <a className="button button-primary" href={routeTo('speed', `after:${event.id}`)}>
          {t('speed_another')}
        </a>
        <CopyButton label={t('speed_copy_met')} text={text} />
      </div>
      <Notes event={event} now={now} startsOpen />
      <Section title={t('speed_met')} aside={tn('speed_n_people', event.people.length)}>
        <dl className="speed-met">
          {lines.map(({ person, words }) => (
            <div key={person.id}>
              <dt>{person.name}</dt>
              <dd>{words.join(', ') || t('speed_met_nobody')}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('speed_look_back')}>
        <ul className="speed-ask">
          {promptsOf('wrapUp').map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
