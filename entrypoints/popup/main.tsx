import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Popup } from '@/components/popup/Popup';
import { followClock } from '@/lib/platform/clock';
import { locale } from '@/lib/platform/i18n';
import { readSetting } from '@/lib/platform/settings';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';

const root = document.getElementById('root');
document.documentElement.lang = locale();

const [failure, popup] = await Promise.all([
  openDatabase(database()),
  readSetting('popup'),
  followClock(browser.storage),
]);
if (root) createRoot(root).render(<Popup failure={failure} lastCircle={popup.circleId} />);
