/** Lengths are told in steps of so many bytes only. */
const STEP = 64;
/** What begins the name of a value that JSON has no form for. */
const MARK = '\u0000';

type Special = { [MARK]: string };

/**
 * A row as bytes to be sealed: JSON, and beside it bytes and the numbers that JSON lacks. Filled up with spaces, so that
 * not every letter shows in the length.
 * @throws TypeError for anything else that a database could keep: it would not come back as it was.
 */
export function toSealedText(row: unknown): Uint8Array {
  let special = false;
  const json = JSON.stringify(row, (_, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      special = true;
      return { [MARK]: String(value) } satisfies Special;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    if (value instanceof Uint8Array) {
      special = true;
      return { [MARK]: `b${value.toBase64()}` } satisfies Special;
    }
    const made = Object.getPrototypeOf(value) as unknown;
    if (made !== Object.prototype && made !== null) throw new TypeError('cannot be sealed');
    return value;
  });
  const text = new TextEncoder().encode(`${special ? '!' : ' '}${json}`);
  const padded = new Uint8Array(Math.ceil(text.length / STEP) * STEP).fill(0x20);
  padded.set(text);
  return padded;
}

/** The row again. */
export function fromSealedText(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  return text.startsWith('!')
    ? JSON.parse(text.slice(1), (_, value: unknown) => (isSpecial(value) ? read(value[MARK]) : value))
    : JSON.parse(text);
}

const isSpecial = (value: unknown): value is Special =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Special>)[MARK] === 'string';

const read = (text: string): unknown =>
  text.startsWith('b') ? Uint8Array.fromBase64(text.slice(1)) : Number(text);
