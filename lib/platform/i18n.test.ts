import { expect, it } from 'vitest';
import { locale, t } from './i18n.ts';

it('lets no name turn the sentence around it', () => {
  expect(locale()).toBe('en');
  expect(t('sidebar_left_said', { name: '\u202Eadeilo\u2066' })).toBe(
    t('sidebar_left_said', { name: 'adeilo' }),
  );
  // Names that are written from right to left stay as they are.
  expect(t('sidebar_left_said', { name: 'נועה' })).toContain('נועה');
});
