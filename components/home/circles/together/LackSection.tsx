import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import type { MenuItem } from '@/components/ui/Menu';
import { Section } from '@/components/ui/Section';
import { TextField } from '@/components/ui/TextField';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import { useSomeOf } from '@/components/ui/use-some-of';
import { parkThought } from '@/lib/circle/parking';
import { MAX_ITEM, setGap, type TogetherRow } from '@/lib/circle/together';
import { writeTie } from '@/lib/network/tie';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { database } from '@/lib/store/database';
import { useInlineForm } from '../../contracts/use-inline-form.ts';
import type { CircleView } from '../use-circles.ts';
import { AddItem } from './AddItem.tsx';
import { Item } from './Item.tsx';

const RANK = { open: 0, parked: 1, answered: 2 } as const;
/** Open ones come first; those answered years ago are asked for. */
const AT_ONCE = 6;

/** Whom the circle lacks: what peers cannot give each other, and who outside could. */
export function LackSection({
  view,
  rows,
}: {
  readonly view: CircleView;
  readonly rows: readonly TogetherRow[];
}) {
  const [adding, setAdding] = useState(false);
  const sorted = rows.toSorted((a, b) => RANK[a.state] - RANK[b.state] || a.at - b.at);
  const { shown, more } = useSomeOf(sorted, AT_ONCE);
  return (
    <Section
      title={t('together_lack')}
      aside={
        <Button
          variant="plain"
          size="small"
          icon="plus"
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          {t('together_lack_add')}
        </Button>
      }
    >
      {rows.length === 0 && !adding ? <p className="quiet">{t('together_lack_none')}</p> : null}
      <ul className="plain-list together-gaps">
        {shown.map((row) => (
          <li key={row.id}>
            <Gap view={view} row={row} />
          </li>
        ))}
      </ul>
      {more}
      {adding ? (
        <AddItem
          view={view}
          parts={[{ value: 'lack', label: t('together_lack') }]}
          label={t('together_lack_words')}
          hint={t('together_lack_hint')}
          onDone={() => setAdding(false)}
        />
      ) : null}
    </Section>
  );
}

function Gap({ view, row }: { readonly view: CircleView; readonly row: TogetherRow }) {
  const by = view.me?.id ?? null;
  const [naming, setNaming] = useState(false);
  const { record, problem } = useRecord();
  const park = useOneAtATime(async () => {
    const at = clock.now();
    const text = t('together_parked_thought', { what: row.text });
    const thought = { id: newId(), circleId: row.circleId, meetingId: null, text };
    await record([setGap(row, 'parked', null, by, at), parkThought(thought, by, at)], t('parking_parked'));
  });
  const again: MenuItem = {
    label: t('together_gap_again'),
    icon: 'undo',
    onSelect: () => void record([setGap(row, 'open', null, by, clock.now())]),
  };
  const what = row.text.slice(0, 60);
  return (
    <Item row={row} by={by} more={row.state === 'open' ? [] : [again]}>
      {row.name !== null ? <Named view={view} name={row.name} /> : null}
      {naming ? (
        <NameSomebody row={row} by={by} onDone={() => setNaming(false)} />
      ) : row.name === null ? (
        <div className="together-acts">
          <Button
            size="small"
            aria-label={t('together_name_named', { what })}
            onClick={() => setNaming(true)}
          >
            {t('together_name')}
          </Button>
          {row.state === 'parked' ? (
            <Badge icon="clock">{t('together_parked')}</Badge>
          ) : (
            <Button
              size="small"
              variant="plain"
              aria-label={t('together_park_named', { what })}
              onClick={park}
            >
              {t('together_park')}
            </Button>
          )}
        </div>
      ) : null}
      {problem}
    </Item>
  );
}

/** Who was thought of; and, for oneself alone, a tie to them. */
function Named({ view, name }: { readonly view: CircleView; readonly name: string }) {
  const { record, problem } = useRecord();
  const plain = name.toLowerCase();
  const isTie = useLiveQuery(
    async () => (await database().ties.toArray()).some((tie) => tie.name.toLowerCase() === plain),
    [plain],
  );
  const keep = useOneAtATime(async () => {
    const tie = {
      name,
      email: '',
      support: [],
      closeness: null,
      category: null,
      standing: null,
      metIn: null,
    };
    await record([writeTie(newId(), tie, null, clock.now())], t('tie_kept_said', { name }));
  });
  return (
    <div className="together-acts">
      <Badge tone="kept" icon="check">
        {name}
      </Badge>
      {isTie === false && view.me ? (
        <Button
          size="small"
          variant="plain"
          icon="lock"
          aria-label={t('tie_keep_named', { name })}
          onClick={keep}
        >
          {t('together_tie')}
        </Button>
      ) : null}
      {isTie ? <span className="quiet">{t('together_tie_kept')}</span> : null}
      {problem}
    </div>
  );
}

function NameSomebody({
  row,
  by,
  onDone,
}: {
  readonly row: TogetherRow;
  readonly by: string | null;
  readonly onDone: () => void;
}) {
  const [name, setName] = useState('');
  const { record, problem } = useRecord();
  const leave = useInlineForm(onDone);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const said = t('together_named_said', { name: name.trim() });
    if (await record([setGap(row, 'answered', name, by, clock.now())], said)) onDone();
  };
  return (
    <form className="one-line" onSubmit={save} onKeyDown={leave}>
      <TextField
        autoFocus
        label={t('together_name_field')}
        hint={t('together_name_hint')}
        maxLength={MAX_ITEM}
        autoComplete="off"
        value={name}
        onChange={setName}
      />
      <Button type="submit" variant="primary" disabled={name.trim() === ''}>
        {t('circles_save')}
      </Button>
      <Button onClick={onDone}>{t('ui_cancel')}</Button>
      {problem}
    </form>
  );
}
