import type { CallBook, ScheduledMeeting } from '../../lib/call/call-book.ts';
import type { SessionArea } from '../../lib/call/tab-memory.ts';

/** A call book over plain lists, in place of the store. `codes` are `host/code` → circle. */
export function bookOf(
  codes: Readonly<Record<string, string>>,
  scheduled: readonly ScheduledMeeting[] = [],
  titles: Readonly<Record<string, string>> = {},
): CallBook {
  return {
    async circleByCode(host, code) {
      const circleId = codes[`${host}/${code}`];
      return circleId === undefined ? null : { circleId };
    },
    async circleByTitle(title) {
      const circleId = titles[title];
      return circleId === undefined ? null : { circleId, next: null };
    },
    async circleNow(circleId) {
      return circleId;
    },
    async scheduledAround() {
      return scheduled;
    },
  };
}

/** `storage.session` in memory; values go through JSON as they do in the browser. */
export function memoryArea(): SessionArea {
  const items = new Map<string, string>();
  return {
    async get(key) {
      const text = items.get(key);
      return text === undefined ? {} : { [key]: JSON.parse(text) };
    },
    async set(entries) {
      for (const [key, value] of Object.entries(entries)) items.set(key, JSON.stringify(value));
    },
    async remove(key) {
      items.delete(key);
    },
  };
}
