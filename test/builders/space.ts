import { draft } from '../../lib/fact/draft.ts';
import { type Draft, type Fact, type FactHash, seal } from '../../lib/fact/fact.ts';
import { HLC_START, tick } from '../../lib/fact/hlc.ts';
import { spaceIdOf } from '../../lib/fact/space.ts';

/** A text that could be the public key of a device, always the same for the same name. */
export function keyOf(name: string): string {
  const bytes = new Uint8Array(32);
  bytes.set(new TextEncoder().encode(name).slice(0, 32));
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
}

const NONCE = 'a nonce';

/** A shared circle outside of any browser: `write` lets a device say something as a member; nothing is signed. */
export function space(founder = { device: 'ada-1', member: 'ada' }) {
  const id = spaceIdOf(keyOf(founder.device), NONCE);
  const facts: Fact[] = [];
  const heads = new Map<string, { seq: number; hash: FactHash }>();
  let at = HLC_START;
  const write = (
    device: string,
    by: string | null,
    kind: string,
    body: unknown,
    { entity = id, seq, now = 1 }: { entity?: string; seq?: number; now?: number } = {},
  ): Fact => sealed(device, draft(id, by, entity, kind, body), seq, now);
  function sealed(device: string, one: Draft, seq?: number, now = 1): Fact {
    const author = keyOf(device);
    const head = heads.get(author);
    at = tick(at, now);
    const number = seq ?? (head?.seq ?? 0) + 1;
    const place = { author, seq: number, at, prev: head?.hash ?? '', salt: `${device}${facts.length}` };
    const fact = seal(one, place);
    if (number > (head?.seq ?? 0)) heads.set(author, { seq: number, hash: fact.hash });
    facts.push(fact);
    return fact;
  }
  const root = write(founder.device, founder.member, 'circle.shared', {
    nonce: NONCE,
    member: founder.member,
    box: keyOf('box'),
    at: 1,
    source: null,
  });
  return {
    id,
    root,
    facts,
    write,
    sealed,
    /** The highest number a device has written. */
    seq: (device: string): number => heads.get(keyOf(device))?.seq ?? 0,
    /** `by` (with a device) adds a device of `member`; a right given says it is done as a steward. */
    add: (device: string, by: string, added: string, member: string, right?: FactHash) =>
      write(device, by, 'device.added', {
        device: keyOf(added),
        box: keyOf('box'),
        member,
        at: 1,
        ...(right ? { right } : {}),
      }),
    name: (device: string, by: string, member: string, right: FactHash) =>
      write(device, by, 'steward.named', { member, at: 1, replaces: [], right }),
    end: (
      device: string,
      by: string,
      member: string,
      replaces: FactHash[],
      until: Record<string, number>,
      right?: FactHash,
    ) => write(device, by, 'steward.ended', { member, at: 1, replaces, until, ...(right ? { right } : {}) }),
    removeDevice: (device: string, by: string, removed: string, until: number, right?: FactHash) =>
      write(device, by, 'device.removed', {
        device: keyOf(removed),
        until,
        at: 1,
        ...(right ? { right } : {}),
      }),
    leave: (device: string, by: string, member: string, until: Record<string, number>, right?: FactHash) =>
      write(
        device,
        by,
        'member.left',
        { on: '2026-11-20', until, replaces: [], ...(right ? { right } : {}) },
        { entity: member },
      ),
    comeBack: (device: string, by: string, member: string, replaces: FactHash[], right: FactHash) =>
      write(device, by, 'member.returned', { on: '2026-11-21', replaces, right }, { entity: member }),
  };
}
