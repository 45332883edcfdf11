import { useEffect, useState } from 'react';
import { t } from '@/lib/platform/i18n';
import { LANGUAGE, readSetting, writeSetting } from '@/lib/platform/settings';
import { LANGUAGES } from '@/lib/platform/texts';
import { Select } from '../../ui/Select.tsx';

/** In which language this product speaks. The page is read anew, since all of it changes. */
export function Language() {
  const [chosen, setChosen] = useState<string>();
  useEffect(() => {
    void readSetting('language', LANGUAGE).then((stored) => setChosen(stored.chosen));
  }, []);
  const options = [
    { value: '', label: t('set_language_browser') },
    ...Object.entries(LANGUAGES).map(([value, label]) => ({ value, label })),
  ];
  const choose = async (value: string) => {
    setChosen(value);
    await writeSetting('language', { chosen: value });
    location.reload();
  };
  return (
    <Select
      label={t('set_language_which')}
      hint={t('set_language_hint')}
      value={chosen ?? ''}
      disabled={chosen === undefined}
      options={options}
      onChange={(value) => void choose(value)}
    />
  );
}
