import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { readSetting, type Settings, SIDEBAR, writeSetting } from '@/lib/platform/settings';

/** The sidebar's device settings, followed across windows. */
export function useSidebarSettings(): Settings['sidebar'] & { setMuted(muted: boolean): void } {
  const [settings, setSettings] = useState(SIDEBAR);
  useEffect(() => {
    const load = () => void readSetting('sidebar', SIDEBAR).then(setSettings);
    load();
    // Gone once the extension was updated under this frame, which may be drawn a last time.
    browser.storage?.onChanged.addListener(load);
    return () => browser.storage?.onChanged.removeListener(load);
  }, []);
  const setMuted = (muted: boolean) => {
    setSettings({ ...settings, muted });
    void writeSetting('sidebar', { ...settings, muted });
  };
  return { ...settings, setMuted };
}
