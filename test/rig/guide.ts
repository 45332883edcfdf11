import { readFileSync } from 'node:fs';

/** A configuration that docs/relay.md prints, by the word behind its fence. Throws when there is none. */
export function guideBlock(word: string): string {
  const guide = readFileSync(new URL('../../docs/relay.md', import.meta.url), 'utf8');
  const block = guide.split(`\n\`\`\`${word}\n`)[1]?.split('```')[0];
  if (!block) throw new Error(`docs/relay.md has no ${word}`);
  return block;
}
