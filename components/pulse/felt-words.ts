import { type MessageKey, t } from '@/lib/platform/i18n';

const WORDS = ['felt_1', 'felt_2', 'felt_3', 'felt_4', 'felt_5'] as const satisfies readonly MessageKey[];

/** How a meeting was, in a word. @param step 1 to 5. */
export const feltWords = (step: number): string => {
  const key = WORDS[Math.round(step) - 1];
  return key ? t(key) : '';
};

/** The five, from hard to very good, to choose from. */
export const feltOptions = (): { value: string; label: string }[] =>
  WORDS.map((key, i) => ({ value: String(i + 1), label: t(key) }));
