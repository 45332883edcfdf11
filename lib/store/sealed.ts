import * as v from 'valibot';

const base64 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/));
const sealedSchema = v.object({
  format: v.literal('circlekeeper-sealed'),
  version: v.literal(1),
  rounds: v.pipe(v.number(), v.integer(), v.minValue(100_000), v.maxValue(10_000_000)),
  // 16 and 12 bytes, as we write them; of a file that brings more, nothing is worked out.
  salt: v.pipe(base64, v.maxLength(88)),
  iv: v.pipe(base64, v.maxLength(88)),
  data: base64,
});
export type SealedFile = v.InferOutput<typeof sealedSchema>;

/** OWASP's figure for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
const ROUNDS = 600_000;

/** Whether a parsed file is an export sealed with a passphrase. */
export const isSealed = (value: unknown): value is SealedFile => v.is(sealedSchema, value);

async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** Seals an export: PBKDF2-SHA-256 and AES-256-GCM, as one JSON text. Without the passphrase nobody opens it again. */
export async function sealText(text: string, passphrase: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyOf(passphrase, salt, ROUNDS);
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text));
  const file: SealedFile = {
    format: 'circlekeeper-sealed',
    version: 1,
    rounds: ROUNDS,
    salt: salt.toBase64(),
    iv: iv.toBase64(),
    data: new Uint8Array(data).toBase64(),
  };
  return `${JSON.stringify(file)}\n`;
}

/** The text inside a sealed file, or null when the passphrase is not the one (or the file was changed). */
export async function openSealed(file: SealedFile, passphrase: string): Promise<string | null> {
  try {
    const key = await keyOf(passphrase, Uint8Array.fromBase64(file.salt), file.rounds);
    const iv = Uint8Array.fromBase64(file.iv);
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, Uint8Array.fromBase64(file.data));
    return new TextDecoder().decode(text);
  } catch {
    return null;
  }
}
