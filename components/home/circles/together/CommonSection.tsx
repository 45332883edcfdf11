import { useState } from 'react';
import { Avatar } from '@/components/ui/Avatar';
import { Button } from '@/components/ui/Button';
import { RadioGroup } from '@/components/ui/RadioGroup';
import { Section } from '@/components/ui/Section';
import { useSomeOf } from '@/components/ui/use-some-of';
import { COMMON_TOPICS, type CommonTopic, type TogetherRow } from '@/lib/circle/together';
import { type MessageKey, t } from '@/lib/platform/i18n';
import type { CircleView } from '../use-circles.ts';
import { AddItem } from './AddItem.tsx';
import { Item } from './Item.tsx';

const TOPICS = {
  field: 'together_topic_field',
  stage: 'together_topic_stage',
  identity: 'together_topic_identity',
  family: 'together_topic_family',
  other: 'together_topic_other',
} as const satisfies Record<CommonTopic, MessageKey>;

/** Of one topic at once. */
const AT_ONCE = 4;

/** What members have in common, in short lines by what they are about. */
export function CommonSection({
  view,
  rows,
}: {
  readonly view: CircleView;
  readonly rows: readonly TogetherRow[];
}) {
  const [adding, setAdding] = useState(false);
  const [topic, setTopic] = useState<CommonTopic>('field');
  const topics = COMMON_TOPICS.filter((one) => rows.some((row) => row.topic === one));
  return (
    <Section
      title={t('together_common')}
      aside={
        <Button
          variant="plain"
          size="small"
          icon="plus"
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          {t('together_common_add')}
        </Button>
      }
    >
      {rows.length === 0 && !adding ? <p className="quiet">{t('together_common_none')}</p> : null}
      {topics.length > 0 ? (
        <dl className="together-topics">
          {topics.map((one) => (
            <Topic
              key={one}
              title={t(TOPICS[one])}
              view={view}
              rows={rows.filter((row) => row.topic === one)}
            />
          ))}
        </dl>
      ) : null}
      {adding ? (
        <AddItem
          view={view}
          parts={[{ value: 'common', label: t('together_common') }]}
          label={t('together_common_words')}
          hint={t('together_common_hint')}
          topic={topic}
          onDone={() => setAdding(false)}
        >
          <RadioGroup<CommonTopic>
            label={t('together_topic')}
            value={topic}
            onChange={setTopic}
            options={COMMON_TOPICS.map((value) => ({ value, label: t(TOPICS[value]) }))}
          />
        </AddItem>
      ) : null}
    </Section>
  );
}

function Topic({
  title,
  view: { members, me, looks },
  rows,
}: {
  readonly title: string;
  readonly view: CircleView;
  readonly rows: readonly TogetherRow[];
}) {
  const { shown, more } = useSomeOf(rows, AT_ONCE);
  return (
    <div>
      <dt>{title}</dt>
      {shown.map((row) => {
        const look = row.memberId === null ? undefined : looks.get(row.memberId);
        const name = members.find(({ id }) => id === row.memberId)?.name;
        return (
          <dd key={row.id}>
            {look && name ? <Avatar {...look} name={name} size="small" /> : null}
            <div>
              <Item row={row} by={me?.id ?? null} />
            </div>
          </dd>
        );
      })}
      {more ? <dd>{more}</dd> : null}
    </div>
  );
}
