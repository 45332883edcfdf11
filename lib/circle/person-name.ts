/** What directories add to a name. */
const ADDED = /\s*(?:\((?:guest|extern\w*|he|she|they|via)[^)]*\)|\[[^\]]*\])\s*/gi;
const ADDRESS = /^\S+@\S+$/;
/** Calendars cut names and addresses shorter; a text from elsewhere is not gone over for ever. */
const LOOKED_AT = 500;

/**
 * How a guest of a calendar is called: the name it gives ("Lindqvist, Anna (Guest)" is Anna Lindqvist), otherwise
 * what their address tells. Empty when it tells nothing.
 */
export function personName({ name, email }: { name: string; email: string }): string {
  const bare = name
    .slice(0, LOOKED_AT)
    .replace(ADDED, ' ')
    .replace(/^['"]+|['"]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (bare === '' || ADDRESS.test(bare)) return fromAddress(bare || email);
  const [family, given, ...more] = bare.split(',').map((part) => part.trim());
  // "Said, MD" is a title behind the name, not a family name before a given one.
  const turned = family && given && more.length === 0 && !/^(?:ph\.?d|m\.?d|m\.?sc|jr|sr)\.?$/i.test(given);
  return turned ? `${given} ${family}` : bare;
}

function fromAddress(address: string): string {
  const [local = ''] = address.replace(/^mailto:/i, '').split('@');
  const words = local
    .slice(0, LOOKED_AT)
    .replace(/\+.*$/, '')
    .split(/[._\-\s]+/)
    .map((word) => word.replace(/\d+$/, ''))
    .filter(Boolean);
  return words.map((word) => word.charAt(0).toLocaleUpperCase() + word.slice(1)).join(' ');
}
