import { useState } from 'react';
import { Menu } from '@/components/ui/Menu';
import { type ReflectionRow, reflectionEntity } from '@/lib/network/reflection';
import { t } from '@/lib/platform/i18n';
import { dateWords, dayOf } from '../circles/dates.ts';
import { LetGo } from '../mine/LetGo.tsx';
import { ReflectionForm } from './ReflectionForm.tsx';
import { KINDNESS_KEYS, listWords } from './tie-words.ts';

/** A reflection one wrote, with its way to change it or to let it go. */
export function ReflectionCard({
  reflection,
  now,
}: {
  readonly reflection: ReflectionRow;
  /** UTC ms. */
  readonly now: number;
}) {
  const [state, setState] = useState<'shown' | 'edited' | 'goes'>('shown');
  const date = dateWords(dayOf(reflection.at), now);
  if (state === 'edited')
    return <ReflectionForm id={reflection.id} before={reflection} onDone={() => setState('shown')} />;
  const { whom, shown, could, toWhom, hinders, roundIt } = reflection;
  const list = (some: ReflectionRow['shown']) => listWords(some.map((one) => t(KINDNESS_KEYS[one])));
  const parts = [
    [t('reflect_whom'), whom],
    [t('reflect_shown'), list(shown)],
    [t('reflect_could'), list(could)],
    [t('reflect_to_whom'), toWhom],
    [t('reflect_hinders'), hinders],
    [t('reflect_round_it'), roundIt],
  ] as const;
  return (
    <article className="reflection" aria-label={t('reflect_of', { date })}>
      <div className="reflection-head">
        <h3>{date}</h3>
        <Menu
          size="small"
          label={t('reflect_more', { date })}
          items={[
            { label: t('reflect_edit'), icon: 'edit', onSelect: () => setState('edited') },
            { label: t('network_erase'), icon: 'trash', danger: true, onSelect: () => setState('goes') },
          ]}
        />
      </div>
      <dl>
        {parts.map(([question, answer]) =>
          answer === '' ? null : (
            <div key={question}>
              <dt>{question}</dt>
              <dd>{answer}</dd>
            </div>
          ),
        )}
      </dl>
      {state === 'goes' ? (
        <LetGo
          entity={reflectionEntity(reflection.id)}
          words={whom || date}
          title={t('reflect_erase_title')}
          said={t('log_erased')}
          onDone={() => setState('shown')}
        />
      ) : null}
    </article>
  );
}
