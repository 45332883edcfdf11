import type { CallBook } from './call-book';
import type { TabCall } from './held-call';
import type { CallChoice } from './tab-memory';

/** So long a circle that was chosen for a call stays, whatever its code says, ms: through any meeting, and not until the next. */
const CHOICE_MS = 12 * 60 * 60 * 1000;

/**
 * The circle that a call is surely of, and how that is known: the member's own word, then the code. What one said of a room
 * long ago was of another meeting, for several circles may share it. @param now UTC ms.
 */
export async function circleOfCall(
  { host, code }: Pick<TabCall, 'host' | 'code'>,
  { chosen }: Pick<CallChoice, 'chosen'>,
  book: Pick<CallBook, 'circleByCode' | 'circleNow'>,
  now: number,
): Promise<{ circleId: string; how: 'chosen' | 'time' | 'code' } | null> {
  const at = chosen && (await book.circleNow(chosen.circleId));
  const said = chosen && at !== null ? { circleId: at, how: chosen.how } : null;
  const isOld = chosen?.at !== undefined && now - chosen.at > CHOICE_MS;
  if (said && !isOld) return said;
  const known = code === null ? null : await book.circleByCode(host, code, now);
  return known ? { circleId: known.circleId, how: 'code' } : said;
}
