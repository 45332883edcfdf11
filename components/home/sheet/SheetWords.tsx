import { OUTCOME_LOOKS } from '@/components/card/outcome-look';
import { Section } from '@/components/ui/Section';
import { Select } from '@/components/ui/Select';
import { OUTCOMES, type Outcome } from '@/lib/contract/facts';
import { t } from '@/lib/platform/i18n';
import { foldWords } from '@/lib/sheet/fold-words';

const NONE = '';
/** More different words than that are no outcomes but reports. */
const MOST = 40;

/** What words for how it went mean that nobody can guess. @param outcomes by the folded word. */
export function SheetWords({
  words,
  outcomes,
  onChange,
}: {
  readonly words: readonly string[];
  readonly outcomes: ReadonlyMap<string, Outcome | null>;
  readonly onChange: (word: string, outcome: Outcome | null) => void;
}) {
  if (words.length === 0) return null;
  return (
    <Section title={t('sheet_words')}>
      <p className="quiet">{t('sheet_words_hint')}</p>
      <div className="sheet-fields">
        {words.slice(0, MOST).map((word) => (
          <Select
            key={word}
            label={`“${word}”`}
            value={outcomes.get(foldWords(word)) ?? NONE}
            onChange={(value) => onChange(word, value === NONE ? null : value)}
            options={[
              { value: NONE, label: t('card_notReported') },
              ...OUTCOMES.map((outcome) => ({ value: outcome, label: t(OUTCOME_LOOKS[outcome].key) })),
            ]}
          />
        ))}
      </div>
    </Section>
  );
}
