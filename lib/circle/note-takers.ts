/** A service that sends a note-taker into calls, and what its name in the call looks like. */
interface NoteTaker {
  /** What it is called; null: some note-taker. */
  name: string | null;
  /** In the name of the guest it joins as. */
  is: RegExp;
}

/**
 * Note-takers by the names they join calls with. Read in November 2026 in attendance lists of public meetings and in what
 * Microsoft Teams itself takes for a bot; those from Avoma on (Notta and MeetGeek aside) are generally known and were not
 * seen in such a list. Services rename their guests, so the plain words come last; the list says nothing of those that
 * record without joining.
 */
export const NOTE_TAKERS: readonly NoteTaker[] = [
  { name: 'Otter', is: /\botter(\.ai|pilot)|\botter (note ?taker|assistant)/i },
  { name: 'Fireflies', is: /\bfireflies\b/i },
  { name: 'Read AI', is: /\bread\.ai\b|\bread ai\b/i },
  { name: 'tl;dv', is: /\btl;?dv\b/i },
  { name: 'Fathom', is: /\bfathom (ai )?note ?taker|\bfathom\.(ai|video)\b/i },
  { name: 'Copilot', is: /\bcopilot\b/i },
  { name: 'Gemini', is: /\bgemini\b.*\bnotes?\b|\bnotes?\b.*\bgemini\b/i },
  { name: 'MeetGeek', is: /\bmeetgeek\b/i },
  { name: 'Notta', is: /\bnotta (bot|ai)\b/i },
  { name: 'Avoma', is: /\bavoma\b/i },
  { name: 'Sembly', is: /\bsembly\b/i },
  { name: 'Grain', is: /\bgrain (recorder|note ?taker)/i },
  { name: 'Fellow', is: /\bfellow (ai|note ?taker|bot)\b/i },
  { name: 'Krisp', is: /\bkrisp (ai|note ?taker|bot)/i },
  { name: 'Supernormal', is: /\bsupernormal\b/i },
  { name: 'Circleback', is: /\bcircleback\b/i },
  { name: 'Spinach', is: /\bspinach(\.(io|ai)| ai)\b/i },
  {
    name: null,
    is: /\bnote-?\s?taker\b|\bAI (notes|assistant|companion|scribe)\b|\bmeeting (notes|recorder|bot)\b/i,
  },
];

/** A name in the call that is a note-taker's. */
export interface FoundTaker {
  /** As it stands in the call. */
  name: string;
  /** The service, where it is known. */
  service: string | null;
}

/** Parts the names in a call into people's and note-takers'. A member's whole name is a member's, whatever it looks like. */
export function partNames(
  names: readonly string[],
  members: readonly string[],
): { people: string[]; takers: FoundTaker[] } {
  const known = new Set(members.map((name) => name.trim().toLowerCase()));
  const people: string[] = [];
  const takers: FoundTaker[] = [];
  for (const name of names) {
    const found = known.has(name.trim().toLowerCase())
      ? undefined
      : NOTE_TAKERS.find(({ is }) => is.test(name));
    if (found) takers.push({ name, service: found.name });
    else people.push(name);
  }
  return { people, takers };
}
