import type { CircleLink } from '../circle/facts.ts';
import type { FactHash } from '../fact/fact.ts';
import type { Database } from './database.ts';

/** Every fact that made a link of a circle, for an undo to name when the link is taken away. */
export async function linkFacts(db: Database, circleId: string, link: CircleLink): Promise<FactHash[]> {
  const facts = await db.facts.where('[log+entity]').equals([circleId, circleId]).toArray();
  return facts
    .filter((fact) => fact.kind === 'circle.linked' && isSame((fact.body as Body | null)?.link, link))
    .map((fact) => fact.hash);
}

interface Body {
  link?: { kind?: unknown; host?: unknown; value?: unknown };
}

const isSame = (held: Body['link'], link: CircleLink): boolean =>
  held?.kind === link.kind && held.value === link.value && (link.kind !== 'call' || held.host === link.host);
