import { type Bytes, fromText } from './bytes.ts';

/**
 * The points of small order on Ed25519, by the 255 bits of their y (little endian, hex). A signature with one of them
 * as its key fits any text. Browsers differ on them and on points written in more than one way, and what one member's
 * browser takes and another's refuses would keep their circles apart for ever: so both are refused here, before the
 * browser is asked. (Chalkias, Garillot, Nikolaenko, “Taming the many EdDSAs”, 2020, table 6.)
 */
const SMALL_ORDER: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
]);

/** Whether 32 bytes are a y below 2^255 − 19 that is of no point of small order. Whether a point has this y is not looked at. */
export function isPlainPoint(bytes: Bytes): boolean {
  const y = bytes.slice(0, 32);
  y[31] = (y[31] ?? 0) & 0x7f;
  return !SMALL_ORDER.has(y.toHex()) && !isAbovePrime(y);
}

/** The bytes of an author who can sign; null when it is no public key in the one way to write it. */
export function authorBytes(author: string): Bytes | null {
  const bytes = fromText(author, 32);
  return bytes && isPlainPoint(bytes) ? bytes : null;
}

/** The points of small order on X25519 (u, little endian, hex): what is sealed to them anybody can open, so browsers refuse to. */
const SMALL_ORDER_BOX: ReadonlySet<string> = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

/** The bytes of a key that something can be sealed to (X25519, base64url); null when it is none in the one way to write it. */
export function boxBytes(box: string): Bytes | null {
  const bytes = fromText(box, 32);
  if (!bytes || ((bytes[31] ?? 0) & 0x80) !== 0 || isAbovePrime(bytes)) return null;
  return SMALL_ORDER_BOX.has(bytes.toHex()) ? null : bytes;
}

/** Whether 255 bits are 2^255 − 19 or more: from the high end 7f ff … ff, and at the low end ed or more. */
const isAbovePrime = (y: Bytes): boolean =>
  y[31] === 0x7f && y.subarray(1, 31).every((byte) => byte === 0xff) && (y[0] ?? 0) >= 0xed;
