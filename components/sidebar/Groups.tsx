import type { Group } from '@/lib/meeting/plan';
import { t } from '@/lib/platform/i18n';
import { Section } from '../ui/Section.tsx';
import { useStage } from './stage.ts';

/** Who talks with whom now, where several groups talk by one clock; whose turn it is comes first. */
export function Groups({ groups }: { readonly groups: readonly Group[] }) {
  const { short } = useStage();
  const name = (member: string) => short.get(member) ?? '?';
  return (
    <Section title={t('sidebar_groups')}>
      <ul className="plain-list groups">
        {groups.map(({ client, others }) => {
          const names = others.map(name).join(', ');
          return (
            <li key={`${client} ${others.join(' ')}`}>
              {client === null
                ? t('sidebar_group_free', { others: names })
                : others.length === 0
                  ? name(client)
                  : t('sidebar_group_client', { client: name(client), others: names })}
            </li>
          );
        })}
      </ul>
      <p className="calm-line">{t('sidebar_groups_hint')}</p>
    </Section>
  );
}
