import { notAgreedTo } from '../circle/agreement.ts';
import { foldMember, type MemberRow, presentMembers } from '../circle/member.ts';
import { rightful } from '../circle/rightful.ts';
import { presentDevices } from '../circle/rights.ts';
import { isSpaceId } from '../fact/space.ts';
import { loadCircle } from './circles.ts';
import type { Database } from './database.ts';

/** How it stands with the sentence of a circle's report, and with giving its numbers out. */
export interface ReportAgreed {
  /** Members who have not agreed; all while there is no sentence. */
  missing: readonly MemberRow[];
  /** Members nobody else can answer for: they have the circle on a computer of their own. */
  ownVoice: ReadonlySet<string>;
}

/**
 * Who has agreed to the sentence of a circle's report as it is now. In a shared circle a member with a device says it by
 * that device: what somebody else ticks for them counts for the ground rules, and not for what leaves the circle.
 */
export async function reportAgreed(db: Database, circleId: string): Promise<ReportAgreed> {
  const loaded = await loadCircle(db, circleId);
  if (!loaded) return { missing: [], ownVoice: new Set() };
  const here = presentMembers(loaded.members);
  const text = loaded.circle.reportLine?.text ?? '';
  const rights = isSpaceId(circleId) ? await db.rights.get(circleId) : undefined;
  const ownVoice = new Set(
    here.flatMap(({ id }) => (rights && presentDevices(rights, id).length > 0 ? [id] : [])),
  );
  if (text === '') return { missing: here, ownVoice };
  if (!rights) return { missing: notAgreedTo(here, text), ownVoice };
  const spoken = await Promise.all(
    here.map(async (member): Promise<MemberRow> => {
      if (!ownVoice.has(member.id)) return member;
      const facts = await db.facts.where('[log+entity]').equals([circleId, member.id]).toArray();
      const own = rightful(rights, facts).filter(
        ({ kind, by }) => kind !== 'member.agreed' || by === member.id,
      );
      return { ...member, agreedTo: foldMember(member.id, own)?.agreedTo ?? [] };
    }),
  );
  return { missing: notAgreedTo(spoken, text), ownVoice };
}
