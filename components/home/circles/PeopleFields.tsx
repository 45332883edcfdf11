import { type KeyboardEvent, useId, useRef } from 'react';
import { seatLooks } from '@/components/ring/seat-look';
import { Avatar } from '@/components/ui/Avatar';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { IconButton } from '@/components/ui/IconButton';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { type CircleDraft, type DraftPerson, type DraftProblem, membersOf } from './circle-draft.ts';

const LONGEST = 200;

/** Who is in a new circle, and which of them is me. */
export function PeopleFields({
  draft,
  onChange,
  problems,
}: {
  readonly draft: CircleDraft;
  readonly onChange: (change: Partial<CircleDraft>) => void;
  readonly problems: readonly DraftProblem[];
}) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const looks = seatLooks(draft.people);
  const fromCalendar = draft.seriesKey !== null;
  const members = membersOf(draft);
  const set = (id: string, change: Partial<DraftPerson>) =>
    onChange({ people: draft.people.map((one) => (one.id === id ? { ...one, ...change } : one)) });
  const focusRow = (at: number) =>
    requestAnimationFrame(() =>
      list.current?.querySelectorAll<HTMLInputElement>('input:not([type=checkbox])')[at]?.focus(),
    );
  const add = () => {
    onChange({ people: [...draft.people, { id: newId(), name: '', email: '', isIn: true }] });
    focusRow(draft.people.length);
  };
  /** Enter after a name goes to the next line, making one at the end; on an empty line it goes on with the dialog. */
  const enter = (event: KeyboardEvent, person: DraftPerson, at: number) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || person.name.trim() === '') return;
    event.preventDefault();
    if (at === draft.people.length - 1) add();
    else focusRow(at + 1);
  };
  const has = (at: DraftProblem['at']) => problems.some((one) => one.at === at);
  const whole = has('few') ? 'newCircle_few_problem' : has('many') ? 'newCircle_many_problem' : undefined;
  return (
    <fieldset
      className="people"
      aria-labelledby={`${id}-title`}
      aria-describedby={whole ? `${id}-problem` : undefined}
    >
      <p id={`${id}-title`} className="field-label">
        {t('newCircle_people')}
      </p>
      <p className="field-hint">
        {t(fromCalendar ? 'newCircle_people_words' : 'newCircle_people_words_hand')}
      </p>
      <ul ref={list} className="plain-list">
        {draft.people.map((person, at) => {
          const look = looks.get(person.id);
          const nameless = t('newCircle_person_nameless', { number: at + 1 });
          return (
            <li key={person.id} className="person">
              {fromCalendar ? (
                <Checkbox checked={person.isIn} onChange={(isIn) => set(person.id, { isIn })}>
                  <VisuallyHidden>
                    {t('newCircle_person_in', { name: person.name || nameless })}
                  </VisuallyHidden>
                </Checkbox>
              ) : null}
              <Avatar
                initials={person.name.trim() === '' ? '' : (look?.initials ?? '')}
                hue={look?.hue ?? 0}
                away={!person.isIn || person.name.trim() === ''}
              />
              <TextField
                className="person-name"
                label={t('newCircle_person', { number: at + 1 })}
                hideLabel
                placeholder={person.id === draft.me && !fromCalendar ? t('newCircle_me_name') : undefined}
                maxLength={LONGEST}
                autoComplete="off"
                value={person.name}
                onChange={(name) => set(person.id, { name })}
                onKeyDown={(event) => enter(event, person, at)}
                problem={problemAt(problems, person.id)}
              />
              {person.email ? (
                <span className="person-email" title={person.email}>
                  {person.email}
                </span>
              ) : null}
              {!fromCalendar && at > 1 ? (
                <IconButton
                  size="small"
                  icon="close"
                  label={t('newCircle_person_remove', { name: person.name || nameless })}
                  onClick={() => onChange({ people: draft.people.filter((one) => one.id !== person.id) })}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
      {whole ? (
        <p id={`${id}-problem`} className="field-problem">
          {t(whole)}
        </p>
      ) : null}
      <Button size="small" icon="plus" className="people-add" onClick={add}>
        {t('newCircle_person_add')}
      </Button>
      <Select
        label={t('newCircle_me')}
        value={members.some((one) => one.id === draft.me) ? draft.me : ''}
        onChange={(me) => onChange({ me })}
        problem={has('me') ? t('newCircle_me_problem') : undefined}
        options={[
          { value: '', label: t('newCircle_me_choose') },
          ...members.map((one) => ({ value: one.id, label: one.name || one.email })),
        ]}
      />
    </fieldset>
  );
}

function problemAt(problems: readonly DraftProblem[], id: string): string | undefined {
  const problem = problems.find((one) => 'person' in one && one.person === id);
  if (!problem) return undefined;
  return t(problem.at === 'twice' ? 'circles_member_twice' : 'newCircle_unnamed_problem');
}
