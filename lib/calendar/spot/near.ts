/** Long words that groups of equals are known by; people mistype them, and hardly another word is this close. */
const KEYS =
  'mentoring mentorship mentorat mentoria mentorinnen accountability accountable mastermind support coaching intervision supervision consultation developpement codeveloppement codesarrollo kollegiale beratung fallberatung circulo confidential confidentiality vertraulich confidentiel confidencial commitment rendicion responsabilisation'.split(
    ' ',
  );
const SHORTEST = 6;
/** From this length on two slips are forgiven. */
const LONG_KEY = 12;

/** The word that was meant by a word nobody listed (folded): one letter missing, doubled, wrong or swapped; null when none. */
export function near(word: string): string | null {
  if (word.length < SHORTEST) return null;
  for (const key of KEYS) {
    const slips = key.length >= LONG_KEY ? 2 : 1;
    if (word.charCodeAt(0) !== key.charCodeAt(0) || Math.abs(word.length - key.length) > slips) continue;
    if (distance(word, key, slips) <= slips) return key;
  }
  return null;
}

/** Optimal string alignment distance; stops when it is above `most` for certain. */
function distance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return least;
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
