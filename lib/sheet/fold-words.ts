/** Words for comparing: accents, case and signs aside. "Gehalten?" and "gehalten" are one. */
export const foldWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}%✓✔✗✘×☑☐]+/gu, ' ')
    .trim();
