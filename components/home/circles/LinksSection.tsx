import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useState } from 'react';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { readCallLink } from '@/lib/calendar/call-link';
import { linkCircle } from '@/lib/circle/edit';
import type { CircleLink } from '@/lib/circle/facts';
import { undoDraft } from '@/lib/fact/draft';
import { t } from '@/lib/platform/i18n';
import { spotAgain, spottedSeries } from '@/lib/store/calendar';
import { database } from '@/lib/store/database';
import { askAgain } from '@/lib/store/decisions';
import { linkFacts } from '@/lib/store/link-facts';
import { useInlineForm } from '../contracts/use-inline-form.ts';
import type { CircleView } from './use-circles.ts';

/** What ties the circle to a calendar and to a call. */
export function LinksSection({ view }: { readonly view: CircleView }) {
  const { circle, me } = view;
  const by = me?.id ?? null;
  const [adding, setAdding] = useState(false);
  const { record, problem } = useRecord();
  const spotted = useLiveQuery(() => spottedSeries(database()), []);
  const titles = new Map(spotted?.map(({ series }) => [series.key, series.title]));
  const free = spotted?.filter(({ series }) => !circle.seriesKeys.includes(series.key)) ?? [];

  const words = (link: CircleLink): string => {
    if (link.kind === 'call') return t('circles_link_call', { address: link.url || link.value });
    const title = titles.get(link.value);
    return title === undefined ? t('circles_link_series_gone') : t('circles_link_series', { title });
  };
  const remove = async (link: CircleLink) => {
    const drafts =
      link.kind === 'series'
        ? await askAgain(database(), link.value, circle.id)
        : [undoDraft(circle.id, by, circle.id, await linkFacts(database(), circle.id, link))];
    await record(drafts, t('circles_link_removed'));
  };
  const add = async (link: CircleLink): Promise<boolean> => {
    const done = await record([linkCircle(circle.id, by, link)], t('circles_link_added'));
    if (done && link.kind === 'series') void spotAgain(database()).catch(() => undefined);
    return done !== null;
  };

  return (
    <Section
      title={t('circles_links')}
      aside={
        <Button
          variant="plain"
          size="small"
          icon="plus"
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          {t('circles_link_add_one')}
        </Button>
      }
    >
      {circle.links.length === 0 ? <p className="quiet">{t('circles_links_none')}</p> : null}
      <ul className="plain-list links">
        {circle.links.map((link) => (
          <li key={`${link.kind} ${link.value}`}>
            <Icon className="link-kind" name={link.kind === 'call' ? 'link' : 'calendar'} />
            <span className="link-words">{words(link)}</span>
            <IconButton
              size="small"
              icon="close"
              label={t('circles_link_remove', { link: words(link) })}
              onClick={() => void remove(link)}
            />
          </li>
        ))}
      </ul>
      {circle.links.some((link) => link.kind === 'call' && link.host === 'teams') ? (
        <p className="quiet">{t('teams_two_addresses')}</p>
      ) : null}
      {adding ? (
        <AddLinks
          free={free.map(({ series }) => ({ key: series.key, title: series.title }))}
          onAdd={add}
          onDone={() => setAdding(false)}
        />
      ) : null}
      {problem}
    </Section>
  );
}

/** A call, or one of the series that were found in a calendar. */
function AddLinks({
  free,
  onAdd,
  onDone,
}: {
  readonly free: readonly FreeSeries[];
  readonly onAdd: Add;
  readonly onDone: () => void;
}) {
  const leave = useInlineForm(onDone);
  return (
    <fieldset className="edit-box" aria-label={t('circles_link_add_one')} onKeyDown={leave}>
      <AddCall onAdd={onAdd} />
      {free.length > 0 ? <AddSeries free={free} onAdd={onAdd} /> : null}
      <div className="edit-actions">
        <Button onClick={onDone}>{t('circles_done')}</Button>
      </div>
    </fieldset>
  );
}

interface FreeSeries {
  readonly key: string;
  readonly title: string;
}

type Add = (link: CircleLink) => Promise<boolean>;

function AddCall({ onAdd }: { readonly onAdd: Add }) {
  const [address, setAddress] = useState('');
  const [wrong, setWrong] = useState(false);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const call = readCallLink([address]);
    setWrong(!call);
    if (call && (await onAdd({ kind: 'call', host: call.host, value: call.code, url: call.url })))
      setAddress('');
  };
  return (
    <form className="one-line" onSubmit={add} noValidate>
      <TextField
        autoFocus
        label={t('circles_link_address')}
        inputMode="url"
        autoComplete="off"
        value={address}
        onChange={(next) => {
          setAddress(next);
          setWrong(false);
        }}
        problem={wrong ? t('circles_link_problem') : undefined}
      />
      <Button type="submit">{t('circles_link_add')}</Button>
    </form>
  );
}

function AddSeries({ free, onAdd }: { readonly free: readonly FreeSeries[]; readonly onAdd: Add }) {
  const [key, setKey] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (key !== '' && (await onAdd({ kind: 'series', value: key }))) setKey('');
  };
  return (
    <form className="one-line" onSubmit={add}>
      <Select
        label={t('circles_link_choose')}
        value={key}
        onChange={setKey}
        options={[
          { value: '', label: t('circles_link_choose_none') },
          ...free.map((one) => ({ value: one.key, label: one.title })),
        ]}
      />
      <Button type="submit">{t('circles_link_series_add')}</Button>
    </form>
  );
}
