import { t } from '@/lib/platform/i18n';
import { switchOff } from '@/lib/platform/page-scripts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { TeamsRefused } from '../TeamsRefused.tsx';
import { usePages } from '../use-pages.ts';
import { MeetAway } from './MeetAway.tsx';

/** Beside whose calls the sidebar opens: always Meet's, and Teams' once it is switched on. */
export function CallPages() {
  const pages = usePages('teams');
  if (!pages) return null;
  const { isOn, isWithdrawn, step, start, settle } = pages;
  return (
    <div className="settings-part">
      <MeetAway />
      <p>{t('teams_set_lead')}</p>
      {isOn ? (
        <p className="settings-state">
          <Icon name="check" />
          <span>{t('teams_set_is_on')}</span>
        </p>
      ) : null}
      {isWithdrawn && !isOn ? <p className="settings-state">{t('teams_withdrawn')}</p> : null}
      <div className="settings-actions">
        {isOn ? (
          <Button onClick={() => void switchOff('teams', [])}>{t('teams_switch_off')}</Button>
        ) : (
          <Button busy={step === 'asking'} onClick={start}>
            {t('teams_switch_on')}
          </Button>
        )}
      </div>
      <p role="status" className="settings-hint">
        {step === 'asking' ? t('teams_asking') : null}
      </p>
      {step === 'refused' ? <TeamsRefused onClose={settle} /> : null}
    </div>
  );
}
