import { Button } from '@/components/ui/Button';
import { cx } from '@/components/ui/cx';
import { Icon } from '@/components/ui/Icon';
import type { CircleRow } from '@/lib/circle/circle';
import { t } from '@/lib/platform/i18n';
import type { Upcoming } from '@/lib/store/schedule';
import { inDays, whenWords } from './dates.ts';
import {
  hasSidePanel,
  joinAddress,
  openSidebarWindow,
  openSidePanel,
  sidebarAddress,
} from './open-sidebar.ts';
import { useWindowId } from './use-window-id.ts';

/** From here on joining is the one thing to do. */
const SOON_MS = 60 * 60 * 1000;

/** When a circle meets next. */
export function NextWhen({ next, now }: { readonly next: Upcoming | undefined; readonly now: number }) {
  const soon = next ? inDays(next.start, now) : '';
  return (
    <p className="next-when">
      <Icon name="calendar" />
      {next ? (
        <span>
          <time dateTime={new Date(next.start).toISOString()}>
            {whenWords(next.start, next.lengthMs, now)}
          </time>
          {soon ? <span className="next-soon"> · {soon}</span> : null}
        </span>
      ) : (
        <span>{t('circles_next_none')}</span>
      )}
    </p>
  );
}

/** The way into the call, and the sidebar in a window of its own for a meeting without one. */
export function NextWays({
  circle,
  next,
  now,
  withPanel = false,
}: {
  readonly circle: CircleRow;
  readonly next: Upcoming | undefined;
  readonly now: number;
  /** Offers the browser's side panel too. */
  readonly withPanel?: boolean | undefined;
}) {
  const windowId = useWindowId();
  const isSoon = next !== undefined && next.start - now < SOON_MS;
  const join = joinAddress(next?.call?.url);
  return (
    <>
      {join ? (
        <a
          className={cx('button', isSoon ? 'button-primary' : 'button-quiet')}
          href={join}
          target="_blank"
          rel="noreferrer"
          aria-label={t('circles_join_named', { circle: circle.name })}
        >
          {t('circles_join')}
        </a>
      ) : null}
      <a
        className="button button-quiet"
        href={sidebarAddress(circle.id)}
        target="_blank"
        rel="noreferrer"
        onClick={(event) => {
          event.preventDefault();
          void openSidebarWindow(circle.id);
        }}
      >
        {t('circles_open_window')}
      </a>
      {withPanel && hasSidePanel() ? (
        <Button variant="plain" onClick={() => openSidePanel(windowId)}>
          {t('circles_open_panel')}
        </Button>
      ) : null}
    </>
  );
}
