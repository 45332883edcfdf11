import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Disclosure } from '@/components/ui/Disclosure';
import { IconButton } from '@/components/ui/IconButton';
import { t } from '@/lib/platform/i18n';
import { nameKey } from '@/lib/speed/name-list';

export interface AcquaintedProps {
  readonly names: readonly string[];
  /** Groups of names; those who left the list may still be in them. */
  readonly groups: readonly (readonly string[])[];
  readonly onChange: (groups: readonly (readonly string[])[]) => void;
}

/** Who knows whom already: tick a few who do, and say so with one press. */
export function Acquainted({ names, groups, onChange }: AcquaintedProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const here = new Set(names.map(nameKey));
  const chosen = names.filter((name) => ticked.has(nameKey(name)));
  const shown = groups.map((group) => group.filter((name) => here.has(nameKey(name))));
  const tick = (name: string, on: boolean) =>
    setTicked((now) =>
      on ? new Set([...now, nameKey(name)]) : new Set([...now].filter((one) => one !== nameKey(name))),
    );
  const add = () => {
    onChange([...groups, chosen]);
    setTicked(new Set());
  };
  return (
    <Disclosure title={t('speed_known')} startsOpen={groups.length > 0}>
      <p className="quiet">{t('speed_known_words')}</p>
      <ul className="plain-list speed-known" aria-label={t('speed_known')}>
        {shown.map((group, index) =>
          group.length > 1 ? (
            <li key={groups[index]?.join('\n')}>
              <span>{group.join(', ')}</span>
              <IconButton
                icon="close"
                size="small"
                label={t('speed_known_remove', { names: group.join(', ') })}
                onClick={() => onChange(groups.filter((_, at) => at !== index))}
              />
            </li>
          ) : null,
        )}
      </ul>
      <fieldset className="speed-ticks">
        <legend>{t('speed_known_who')}</legend>
        {names.map((name) => (
          <Checkbox key={name} checked={ticked.has(nameKey(name))} onChange={(on) => tick(name, on)}>
            {name}
          </Checkbox>
        ))}
      </fieldset>
      <div className="speed-actions">
        <Button disabled={chosen.length < 2} onClick={add}>
          {t('speed_known_add')}
        </Button>
      </div>
    </Disclosure>
  );
}
