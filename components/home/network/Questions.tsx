import { type FormEvent, useState } from 'react';
import type { Recorder } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Disclosure } from '@/components/ui/Disclosure';
import { Section } from '@/components/ui/Section';
import { TextField } from '@/components/ui/TextField';
import { useFieldAgain } from '@/components/ui/use-field-again';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { MAX_TIE_NAME, TIE_CATEGORIES, type TieCategory } from '@/lib/network/facts';
import type { TieRow } from '@/lib/network/tie';
import { t } from '@/lib/platform/i18n';
import { newTie } from './new-tie.ts';
import { listWords, QUESTION_KEYS } from './tie-words.ts';

/** So many are asked at once; the others wait. */
const AT_ONCE = 3;

/**
 * What nobody is in becomes a question. One that was answered stays until the page is left: somebody may come to mind
 * beside the first, and the focus has a place to stay.
 */
export function Questions({
  ties,
  record,
}: {
  readonly ties: readonly TieRow[];
  readonly record: Recorder['record'];
}) {
  const isEmpty = (category: TieCategory) => ties.every((tie) => tie.category !== category);
  const [asked, setAsked] = useState<readonly TieCategory[]>(() => TIE_CATEGORIES.filter(isEmpty));
  const fresh = TIE_CATEGORIES.filter((one) => isEmpty(one) && !asked.includes(one));
  if (fresh.length > 0) setAsked([...asked, ...fresh]);
  if (asked.length === 0) return null;
  const question = (category: TieCategory) => (
    <li key={category}>
      <Question
        category={category}
        names={ties.filter((tie) => tie.category === category).map(({ name }) => name)}
        record={record}
      />
    </li>
  );
  const later = asked.slice(AT_ONCE);
  return (
    <Section title={t('network_questions')}>
      <p className="network-words">{t('network_questions_words')}</p>
      <ul className="plain-list questions">{asked.slice(0, AT_ONCE).map(question)}</ul>
      {later.length > 0 ? (
        <Disclosure title={t('network_questions_more')} startsOpen={ties.length === 0}>
          <ul className="plain-list questions">{later.map(question)}</ul>
        </Disclosure>
      ) : null}
    </Section>
  );
}

function Question({
  category,
  names,
  record,
}: {
  readonly category: TieCategory;
  readonly names: readonly string[];
  readonly record: Recorder['record'];
}) {
  const [name, setName] = useState('');
  const { form, again } = useFieldAgain();
  const add = useOneAtATime(async (_event: FormEvent) => {
    if (name.trim() === '') return;
    if (await record([newTie({ name, category })], t('tie_kept_said', { name: name.trim() }))) setName('');
    again();
  });
  return (
    <form ref={form} className="question" data-category={category} onSubmit={add}>
      <div className="one-line">
        <TextField
          label={t(QUESTION_KEYS[category])}
          placeholder={t('network_name')}
          value={name}
          maxLength={MAX_TIE_NAME}
          onChange={setName}
        />
        <Button
          type="submit"
          disabled={name.trim() === ''}
          aria-label={t('network_add_to', { question: t(QUESTION_KEYS[category]) })}
        >
          {t('network_add_do')}
        </Button>
      </div>
      {names.length > 0 ? (
        <p className="question-names">{t('network_added', { names: listWords(names) })}</p>
      ) : null}
    </form>
  );
}
