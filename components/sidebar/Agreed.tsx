import { isOffered } from '@/lib/circle/agreement';
import { t } from '@/lib/platform/i18n';
import { Section } from '../ui/Section.tsx';

/** What the circle agreed on, to be recalled while people arrive. */
export function Agreed({ items }: { readonly items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <Section title={t('sidebar_agreed')}>
      <ul className="agreed">
        {items.map((item) => (
          <li key={item}>{isOffered(item) ? t(`agreement_${item}`) : item}</li>
        ))}
      </ul>
    </Section>
  );
}
