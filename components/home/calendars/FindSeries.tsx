import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { t, tn } from '@/lib/platform/i18n';
import { allSeries } from '@/lib/store/calendar';
import { database, type SeriesRow } from '@/lib/store/database';
import { codeOf } from '@/lib/store/sort-series';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { TextField } from '../../ui/TextField.tsx';

/** More would not be read anyway; another word narrows it down. */
const MOST = 12;

/** For a circle that was not found: looks through every meeting of every calendar by its title. */
export function FindSeries({ onChoose }: { readonly onChoose: (series: SeriesRow) => void }) {
  const [words, setWords] = useState('');
  const wanted = words.trim().toLocaleLowerCase();
  const found = useLiveQuery(async () => {
    if (wanted.length < 2) return [];
    const every = await allSeries(database());
    return every.filter((one) => one.title.toLocaleLowerCase().includes(wanted));
  }, [wanted]);
  const shown = found?.slice(0, MOST) ?? [];
  return (
    <Disclosure title={t('cal_find')}>
      <div className="calendar-find">
        <TextField label={t('cal_find_words')} type="search" value={words} onChange={setWords} />
        {found && wanted.length >= 2 ? (
          <p className="calendar-hint" role="status">
            {tn('cal_found', found.length)}
          </p>
        ) : null}
        <ul className="plain-list">
          {shown.map((series) => (
            <li key={series.key} className="calendar-find-item">
              <span>{series.title || t('cal_untitled')}</span>
              <Button
                once
                size="small"
                onClick={() => onChoose({ ...series, verdict: 'no', score: 0, code: codeOf(series.call) })}
              >
                {t('cal_find_this')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Disclosure>
  );
}
