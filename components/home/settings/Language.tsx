import { useEffect, useState } from 'react';
import { t } from '@/lib/platform/i18n';
import { LANGUAGE, readSetting, writeSetting } from '@/lib/platform/settings';
import { languagesThere } from '@/lib/platform/texts';
import { Select } from '../../ui/Select.tsx';

interface Known {
  readonly chosen: string;
  readonly there: Awaited<ReturnType<typeof languagesThere>>;
}

/** In which language this product speaks. The page is read anew, since all of it changes. */
export function Language() {
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    void Promise.all([readSetting('language', LANGUAGE), languagesThere()]).then(([{ chosen }, there]) =>
      setKnown({ chosen, there }),
    );
  }, []);
  if (!known) return null;
  const choose = async (chosen: string) => {
    setKnown({ ...known, chosen });
    await writeSetting('language', { chosen });
    location.reload();
  };
  return (
    <Select
      label={t('set_language_which')}
      hint={t('set_language_hint')}
      value={known.there.some(({ tag }) => tag === known.chosen) ? known.chosen : ''}
      options={[
        { value: '', label: t('set_language_browser') },
        ...known.there.map(({ tag, name }) => ({ value: tag, label: name })),
      ]}
      onChange={(value) => void choose(value)}
    />
  );
}
