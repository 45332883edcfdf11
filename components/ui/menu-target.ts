/**
 * Which item a key goes to in a menu, or `undefined` when the key means nothing to it.
 * `at` is the index of the item that has the focus (-1 = none), `labels` the words of all items in order.
 * A letter goes to the next item that begins with it, round the end.
 */
export function menuTarget(key: string, at: number, labels: readonly string[]): number | undefined {
  const count = labels.length;
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default: {
      if ([...key].length !== 1 || key === ' ') return undefined;
      const letter = key.toLocaleLowerCase();
      for (let step = 1; step <= count; step += 1) {
        const next = (Math.max(at, -1) + step) % count;
        if (labels[next]?.toLocaleLowerCase().startsWith(letter)) return next;
      }
      return undefined;
    }
  }
}
