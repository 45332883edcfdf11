import { badRequest } from './errors.ts';

/**
 * The limits of extended properties
 * (https://developers.google.com/workspace/calendar/api/guides/extended-properties): keys of 44 and values of 1,024
 * characters, 300 properties and 32 kB an event.
 */
export const LIMITS = { key: 44, value: 1024, count: 300, bytes: 32_768 } as const;

/** 400 for properties beyond the limits. What the real service says in words is not published. */
export function checkProperties(
  own: Readonly<Record<string, string>>,
  shared: Readonly<Record<string, string>>,
): void {
  const all = [...Object.entries(own), ...Object.entries(shared)];
  const fail = (what: string): never => {
    throw badRequest('invalid', `Invalid extended property: ${what}`);
  };
  let bytes = 0;
  for (const [key, value] of all) {
    if (key.length === 0) fail('empty key');
    if (key.length > LIMITS.key) fail('key too long');
    if (value.length > LIMITS.value) fail('value too long');
    bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
  }
  if (all.length > LIMITS.count) fail('too many');
  if (bytes > LIMITS.bytes) fail('too large');
}

/** Whether an event has what `privateExtendedProperty` or `sharedExtendedProperty` asks for: each `name=value`. */
export function hasProperties(
  properties: Readonly<Record<string, string>>,
  asked: readonly string[],
  location: string,
): boolean {
  return asked.every((one) => {
    const at = one.indexOf('=');
    if (at < 1) throw badRequest('invalidParameter', `Invalid value '${one}' for ${location}`, location);
    return properties[one.slice(0, at)] === one.slice(at + 1);
  });
}
