import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { t, tn } from '@/lib/platform/i18n';
import { NUDGES, readSetting, type Settings, writeSetting } from '@/lib/platform/settings';
import { listCircles } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';

type Choice = Settings['nudges'];
type OfCircle = Choice['circles'][number];

/** Days before the next meeting; 0: never. */
const DAYS = ['0', '1', '2', '3', '4', '5', '7'] as const;
const MORNING = 9 * 60;

const timeOf = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** One nudge between meetings, for each circle that wants it: so many days before the next one, and only if something is open. */
export function Nudges() {
  const [choice, setChoice] = useState<Choice | null>(null);
  useEffect(() => void readSetting('nudges', NUDGES).then(setChoice), []);
  const circles = useLiveQuery(
    async () => (await listCircles(database())).filter(({ circle, me }) => !circle.archived && me),
    [],
  );
  if (!choice || !circles) return null;
  const change = (part: Partial<Choice>) => {
    const next = { ...choice, ...part };
    setChoice(next);
    void writeSetting('nudges', next);
  };
  const set = (one: OfCircle) =>
    change({
      circles: [
        ...choice.circles.filter((other) => other.circleId !== one.circleId),
        ...(one.days > 0 ? [one] : []),
      ],
    });
  return (
    <>
      <p>{t('nudge_lead')}</p>
      {circles.map(({ circle }) => {
        const one = choice.circles.find((other) => other.circleId === circle.id);
        const days = DAYS.find((day) => day === String(one?.days)) ?? '0';
        const minute = one?.minute ?? MORNING;
        return (
          <div key={circle.id} className="settings-pair">
            <Select
              label={circle.name}
              value={days}
              options={DAYS.map((day) => ({
                value: day,
                label: day === '0' ? t('nudge_never') : tn('nudge_days', Number(day)),
              }))}
              onChange={(day) => set({ circleId: circle.id, days: Number(day), minute })}
            />
            {one ? (
              <TextField
                type="time"
                label={t('nudge_time', { circle: circle.name })}
                value={timeOf(minute)}
                onChange={(time) => {
                  const [hour, minutes] = time.split(':').map(Number);
                  if (hour === undefined || minutes === undefined || Number.isNaN(hour + minutes)) return;
                  set({ ...one, minute: hour * 60 + minutes });
                }}
              />
            ) : null}
          </div>
        );
      })}
      <div className="settings-part">
        <Checkbox
          checked={choice.words}
          aria-describedby="nudge-words"
          onChange={(words) => change({ words })}
        >
          {t('nudge_words')}
        </Checkbox>
        <p className="settings-hint" id="nudge-words">
          {t('nudge_words_hint')}
        </p>
      </div>
    </>
  );
}
