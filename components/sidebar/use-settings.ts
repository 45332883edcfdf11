import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { defaultSettings, readSetting, type Settings, writeSetting } from '@/lib/platform/settings';

/** The sidebar's device settings, followed across windows. */
export function useSidebarSettings(): Settings['sidebar'] & { setMuted(muted: boolean): void } {
  const [settings, setSettings] = useState(defaultSettings.sidebar);
  useEffect(() => {
    const load = () => void readSetting('sidebar').then(setSettings);
    load();
    browser.storage.onChanged.addListener(load);
    return () => browser.storage.onChanged.removeListener(load);
  }, []);
  const setMuted = (muted: boolean) => {
    setSettings({ ...settings, muted });
    void writeSetting('sidebar', { ...settings, muted });
  };
  return { ...settings, setMuted };
}
