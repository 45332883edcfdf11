/** A line of underscores, which Teams draws above and below what it writes. */
const LINE = /_{20,}/g;
/** What only a Teams meeting's own part has. */
const OWN = /me-email-(?:text|headline)|meet_invite_block/g;
/** It leads to the meeting as well, but so may links of people, and the one in our own part of the text. */
const SIGNS =
  /me-email-(?:text|headline)|meet_invite_block|teams\.(?:microsoft|live)\.com\/(?:l\/meetup-join|meet)\//g;

/**
 * The part of an event's HTML that Teams laid into it, from its first sign to its last; null when there is none. A link
 * to the meeting above its line is not part of it. An online meeting that loses it is switched off (Graph, "Update
 * event"), so it has to stay byte for byte.
 */
export function meetingBlob(html: string): string | null {
  const signs = spans(html, SIGNS);
  const last = signs.at(-1);
  if (!signs[0] || !last) return null;
  // The nearest line before the first sign and after the last one belong to it; other lines are people's own.
  const lines = spans(html, LINE);
  const own = spans(html, OWN)[0];
  // A link above the line is somebody's.
  const first = own && lines.some((line) => line.to <= own.from) ? own : signs[0];
  const above = lines.findLast((line) => line.to <= first.from);
  const below = lines.find((line) => line.from >= last.to);
  return html.slice((above ?? first).from, (below ?? last).to);
}

interface Span {
  from: number;
  to: number;
}

function spans(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
  }));
}
