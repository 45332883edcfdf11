import { useEffect, useRef } from 'react';
import { browser } from 'wxt/browser';
import { t } from '@/lib/platform/i18n';
import { send } from '@/lib/platform/messenger';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { useSidebarSettings } from './use-settings.ts';

export interface HeaderProps {
  readonly title: string;
  readonly line: string;
  /** The frame in a call page can be folded away; a window of its own cannot. */
  readonly inPage: boolean;
  readonly items: readonly MenuItem[];
  readonly onCover: () => void;
}

/** Opens a page of ours in a tab. */
export const openHome = (route: string): void => {
  window.open(browser.runtime.getURL(`/home.html#/${route}`), '_blank', 'noopener');
};

/** Whose circle this is, and what can be done from everywhere. */
export function Header({ title, line, inPage, items, onCover }: HeaderProps) {
  const { muted, setMuted } = useSidebarSettings();
  const head = useRef<HTMLElement>(null);
  // What is pinned under the head must know how tall it is; names and zoom change that.
  useEffect(() => {
    const watched = head.current;
    if (!watched) return;
    const observer = new ResizeObserver(() =>
      document.documentElement.style.setProperty('--head', `${watched.offsetHeight}px`),
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return (
    <header className="head" ref={head}>
      <div className="head-words">
        <h1>{title}</h1>
        <p>{line}</p>
        <p className="head-local">
          <Icon name="lock" /> {t('sidebar_only_here')}
        </p>
      </div>
      <div className="head-acts">
        <IconButton
          label={t('sidebar_mute')}
          icon={muted ? 'bell-off' : 'bell'}
          pressed={muted}
          onClick={() => setMuted(!muted)}
        />
        <IconButton label={t('sidebar_cover')} icon="cover" onClick={onCover} />
        <Menu label={t('sidebar_more')} items={items} />
        {inPage ? (
          <IconButton
            label={t('sidebar_collapse')}
            icon="chevron"
            onClick={() => void send('shell.collapse', null)}
          />
        ) : null}
      </div>
    </header>
  );
}
