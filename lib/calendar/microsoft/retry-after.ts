/**
 * When a service says to come back (`Retry-After`, RFC 9110 §10.2.3: seconds or a date), as UTC ms, or null. Never
 * before `now` and at most a day away, whatever it says.
 */
export function retryAt(headers: Headers, now: number): number | null {
  const said = headers.get('retry-after')?.trim();
  if (!said) return null;
  const seconds = Number(said);
  const at = Number.isFinite(seconds) ? now + seconds * 1000 : Date.parse(said);
  return Number.isFinite(at) ? Math.min(Math.max(at, now), now + 86_400_000) : null;
}
