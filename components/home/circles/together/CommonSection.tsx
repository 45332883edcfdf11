import { useState } from 'react';
import { Avatar } from '@/components/ui/Avatar';
import { Button } from '@/components/ui/Button';
import { RadioGroup } from '@/components/ui/RadioGroup';
import { Section } from '@/components/ui/Section';
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

/** What members have in common, in short lines by what they are about. */
export function CommonSection({
  view,
  rows,
}: {
  readonly view: CircleView;
  readonly rows: readonly TogetherRow[];
}) {
  const { members, me, looks } = view;
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
            <div key={one}>
              <dt>{t(TOPICS[one])}</dt>
              {rows
                .filter((row) => row.topic === one)
                .map((row) => {
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
            </div>
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
