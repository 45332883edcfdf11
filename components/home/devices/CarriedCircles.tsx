import { useRecord } from '@/components/card/use-record';
import { Checkbox } from '@/components/ui/Checkbox';
import { carryCircle } from '@/lib/me/own-devices';
import { t } from '@/lib/platform/i18n';
import { type OwnDevices, useUnshared } from './use-devices.ts';

/** Which circles that are not shared are on all of one's devices; those that are shared always are. */
export function CarriedCircles({ own }: { readonly own: OwnDevices }) {
  const unshared = useUnshared();
  const { record, problem } = useRecord();
  if (!unshared || unshared.length === 0) return null;
  const tick = (circle: string, on: boolean) =>
    void record([carryCircle(own.space, circle, on, own.said.carries.get(circle)?.setBy ?? [])], '');
  return (
    <fieldset className="settings-choices devices-circles">
      <legend>{t('dev_circles')}</legend>
      {unshared.map(({ id, name }) => (
        <Checkbox key={id} checked={own.said.carries.get(id)?.on === true} onChange={(on) => tick(id, on)}>
          {name}
        </Checkbox>
      ))}
      <p className="settings-hint">{t('dev_circles_hint')}</p>
      {problem}
    </fieldset>
  );
}
