const GRAPH = 'https://graph.microsoft.com';

/**
 * Whether an address may be asked with our token: Graph itself, in its stable version, and nothing that only looks
 * like it. Links of Graph's answers and stored ones are checked alike, since both come from elsewhere.
 */
export function isGraphLink(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.origin === GRAPH && url.username === '' && url.password === '' && url.pathname.startsWith('/v1.0/')
  );
}
