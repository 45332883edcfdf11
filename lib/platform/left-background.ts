import { browser } from 'wxt/browser';
import type { Draft } from '../fact/fact.ts';
import { append } from '../store/append.ts';
import type { Database } from '../store/database.ts';
import { openDatabase } from '../store/open.ts';
import { LEFT } from './left-behind.ts';

/**
 * Records what pages left behind as they went away; to be called in the background's first turn. What cannot be stored is
 * tried again with what is left behind next; what comes while all is locked is forgotten, as it could be read.
 */
export function recordLeft(db: Database, ready: Promise<unknown>): void {
  const recordAll = async () => {
    await ready;
    const all = await browser.storage.session.get<Record<string, readonly Draft[]>>(null);
    for (const [key, drafts] of Object.entries(all)) {
      if (!key.startsWith(LEFT)) continue;
      try {
        await append(db, drafts);
      } catch (error) {
        if ((await openDatabase(db)) !== 'locked') throw error;
      }
      await browser.storage.session.remove(key);
    }
  };
  // One after the other: nothing is recorded twice.
  let last: Promise<unknown> = Promise.resolve();
  const look = () => {
    last = last.then(recordAll).catch(() => undefined);
  };
  browser.storage.onChanged.addListener((changes, area) => {
    const isLeft = (key: string) => key.startsWith(LEFT) && changes[key]?.newValue !== undefined;
    if (area === 'session' && Object.keys(changes).some(isLeft)) look();
  });
  look();
}
