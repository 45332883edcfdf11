const ADDRESS = /^https:\/\/meet\.google\.com\/([a-z]{3}-[a-z]{4}-[a-z]{3})(?![^/?#])/i;

/**
 * The code of a Google Meet address (`https://meet.google.com/abc-defg-hij`), in lower case; null for every other
 * page of the host (start page, `/new`, `/lookup/…`, `/_meet/whoops`) and for nicknames, which name a different
 * call every time.
 */
export function meetCode(address: URL): string | null {
  return ADDRESS.exec(address.href)?.[1]?.toLowerCase() ?? null;
}
