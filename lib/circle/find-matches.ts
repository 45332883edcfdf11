import type { TogetherRow } from './together.ts';

/** What somebody looks for and somebody offers. */
export interface Match {
  seek: TogetherRow;
  offer: TogetherRow;
}

/** The shortest word that says anything; shorter ones join everything with everything. */
const SHORTEST = 4;

/** Words that stand in any offer. Other languages have theirs; a hint too many does no harm there. */
const EMPTY = new Set(
  'about after also another anyone been before could does else even everything experience find first from getting give good have help helping into just know learn like look looking make more most much need other people person really somebody someone some something sometimes than that their them then there these they thing things this time want well what when where which with work working would year your'.split(
    ' ',
  ),
);

/**
 * Hints for one member: who looks for what they offer, and who offers what they look for, by words the two share. Those
 * that share most come first, then the oldest.
 */
export function findMatches(rows: readonly TogetherRow[], me: string): Match[] {
  const seeks = rows.filter((row) => row.part === 'seek' && row.memberId !== null);
  const offers = rows.filter((row) => row.part === 'offer' && row.memberId !== null);
  return seeks
    .flatMap((seek) =>
      offers
        .filter((offer) => offer.memberId !== seek.memberId && [seek.memberId, offer.memberId].includes(me))
        .map((offer) => ({ seek, offer, shared: shared(seek.text, offer.text) })),
    )
    .filter((one) => one.shared > 0)
    .sort((a, b) => b.shared - a.shared || a.seek.at - b.seek.at || (a.seek.id < b.seek.id ? -1 : 1))
    .map(({ seek, offer }) => ({ seek, offer }));
}

function shared(a: string, b: string): number {
  const words = stems(a);
  return [...stems(b)].filter((word) => words.has(word)).length;
}

/** Words that say something, without case, accents and the endings English gives them. */
function stems(text: string): Set<string> {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words
      .filter((word) => word.length >= SHORTEST && !EMPTY.has(word))
      .map((word) =>
        word.replace(/(?:ings?|ers?|ies|es|s|e|y)$/, (end) => (word.length - end.length < 3 ? end : '')),
      ),
  );
}
