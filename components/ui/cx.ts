/** Joins class names, leaving out what does not hold: `cx('tag', quiet && 'tag-quiet')`. */
export function cx(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}
