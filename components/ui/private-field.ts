/**
 * For every field that people write in. Chrome's enhanced spell check, Edge's Editor and its writing suggestions send
 * what is typed to a server, and form history keeps it outside of what "erase" reaches. What is written here stays in
 * the group, so all of them are off, at the price of the wavy line.
 */
export const PRIVATE_FIELD = {
  spellCheck: false,
  autoComplete: 'off',
  autoCorrect: 'off',
  writingsuggestions: 'false',
} as const;
