import { browser } from 'wxt/browser';
import type { NudgeWorld } from '../store/nudge.ts';
import { mayNotify } from './notifications.ts';
import { nudgeWords } from './nudge-words.ts';
import { NUDGES, readSetting } from './settings.ts';

const OURS = 'nudge';
/** How nudges are shown. */
export const nudgeWorld: NudgeWorld = {
  circles: async () => (await readSetting('nudges', NUDGES)).circles,
  maySpeak: mayNotify,
  show: async (spoken) => {
    const { words } = await readSetting('nudges', NUDGES);
    const { kind, circleId, id, at } = spoken.nudge;
    const name = [OURS, kind, ...[circleId, id].map(encodeURIComponent), at].join(':');
    await browser.notifications.create(name, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      ...nudgeWords(spoken, words),
    });
  },
};

/** The page that a press on a nudge opens; null for a notification that is none. */
export function nudgePage(id: string): `/home.html#/${string}` | null {
  const [ours, kind, circle] = id.split(':');
  if (ours !== OURS || !circle) return null;
  return kind === 'circle' ? `/home.html#/circles/${circle}` : '/home.html#/contracts';
}
