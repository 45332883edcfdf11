import { type ReactNode, useRef } from 'react';
import { browser } from 'wxt/browser';
import { t } from '@/lib/platform/i18n';
import { send } from '@/lib/platform/messenger';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { COVER_KEY } from './use-cover.ts';
import { useHeight } from './use-height.ts';
import { useSidebarSettings } from './use-settings.ts';

export interface HeaderProps {
  readonly title: string;
  readonly line: string;
  /** The frame in a call page can be folded away; a window of its own cannot. */
  readonly inPage: boolean;
  readonly items: readonly MenuItem[];
  /** Whether what stands here is shared, and with how many who are here. */
  readonly sharing: ReactNode;
  readonly onCover: () => void;
}

/** Opens a page of ours in a tab. */
export const openHome = (route: string): void => {
  window.open(browser.runtime.getURL(`/home.html#/${route}`), '_blank', 'noopener');
};

/** Whose circle this is, and what can be done from everywhere. */
export function Header({ title, line, inPage, items, sharing, onCover }: HeaderProps) {
  const { muted, setMuted } = useSidebarSettings();
  const head = useRef<HTMLElement>(null);
  useHeight(head, '--head');
  return (
    <header className="head" ref={head}>
      <h1>{title}</h1>
      <div className="head-acts">
        <IconButton
          label={t('sidebar_mute')}
          icon={muted ? 'bell-off' : 'bell'}
          pressed={muted}
          onClick={() => setMuted(!muted)}
        />
        <IconButton label={t('sidebar_cover')} icon="cover" shortcut={COVER_KEY} onClick={onCover} />
        <Menu label={t('sidebar_more')} items={items} />
        {inPage ? (
          <IconButton
            label={t('sidebar_collapse')}
            icon="chevron"
            onClick={() => void send('shell.collapse', null)}
          />
        ) : null}
      </div>
      <p className="head-line">
        <span>{line}</span>
        {sharing}
      </p>
    </header>
  );
}
