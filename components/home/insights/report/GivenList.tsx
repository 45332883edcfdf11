import { Section } from '@/components/ui/Section';
import type { Given } from '@/lib/insight/given';
import { t } from '@/lib/platform/i18n';
import { dateWords, dayOf } from '../../circles/dates.ts';
import { aboutWords } from '../about-words.ts';

const FORM_WORDS = { print: 'rep_form_print', csv: 'rep_form_csv', counts: 'rep_form_counts' } as const;

/** What was given out from this computer, and when. @param given the latest first. */
export function GivenList({ given, now }: { readonly given: readonly Given[]; readonly now: number }) {
  return (
    <div className="report-aside">
      <Section title={t('rep_given')}>
        {given.length === 0 ? (
          <p className="quiet">{t('rep_given_none')}</p>
        ) : (
          <ul className="plain-list report-given">
            {given.map(({ id, at, form, halves }) => (
              <li key={id}>
                {t(FORM_WORDS[form], {
                  date: dateWords(dayOf(at), now),
                  when: halves.map(({ key }) => aboutWords(key, now)).join(', '),
                })}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}
