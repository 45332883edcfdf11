import type { Words } from './words.ts';

/** What an invented circle is made from. */
export interface World {
  /** ms since 1970. */
  readonly now: number;
  /** IANA zone of whoever looks at it. */
  readonly zone: string;
  readonly newId: () => string;
  /** In which language people write. */
  readonly words: Words;
}
