import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import type { MemberRow } from '@/lib/circle/member';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { foldWords } from '@/lib/sheet/fold-words';
import type { Person } from '@/lib/sheet/sheet-contracts';

/** Who the names of a table are. @param people by the folded name. */
export function SheetPeople({
  names,
  members,
  people,
  onChange,
}: {
  readonly names: readonly string[];
  readonly members: readonly MemberRow[];
  readonly people: ReadonlyMap<string, Person>;
  readonly onChange: (name: string, person: Person) => void;
}) {
  if (names.length === 0) return null;
  return (
    <Section title={t('sheet_people')}>
      <div className="sheet-fields">
        {names.map((name) => {
          const person = people.get(foldWords(name));
          return (
            <Select
              key={name}
              label={name}
              value={person ? optionOf(person) : LEAVE}
              onChange={(value) => onChange(name, personOf(value))}
              options={[
                ...members.map(({ id, name: label }) => ({ value: `${MEMBER}${id}`, label })),
                { value: NEW, label: t('sheet_new') },
                { value: FORMER, label: t('sheet_former') },
                { value: LEAVE, label: t('sheet_leave') },
              ]}
            />
          );
        })}
      </div>
    </Section>
  );
}

const MEMBER = 'member:';
const NEW = 'new';
const FORMER = 'former';
const LEAVE = 'leave';

function optionOf(person: Person): string {
  switch (person.kind) {
    case 'member':
      return `${MEMBER}${person.id}`;
    case 'new':
      return person.isFormer ? FORMER : NEW;
    case 'leave':
      return LEAVE;
    default:
      return person satisfies never;
  }
}

function personOf(value: string): Person {
  if (value.startsWith(MEMBER)) return { kind: 'member', id: value.slice(MEMBER.length) };
  return value === LEAVE ? { kind: 'leave' } : { kind: 'new', id: newId(), isFormer: value === FORMER };
}
