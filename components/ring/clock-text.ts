/**
 * A length of time as a clock shows it: `m:ss`, from an hour on `h:mm:ss`. Takes whole or part ms, 0 or more.
 * What is left rounds up, so that 0:00 is shown at the end and not a second before; what has passed rounds down.
 */
export function clockText(ms: number, kind: 'left' | 'passed' = 'passed'): string {
  const seconds = Math.max(0, kind === 'left' ? Math.ceil(ms / 1000) : Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
