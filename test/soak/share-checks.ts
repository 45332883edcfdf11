import { presentDevices, presentStewards } from '../../lib/circle/rights.ts';
import { currentEpochOf } from '../../lib/circle/rights-commands.ts';
import { ERASED } from '../../lib/fact/erased.ts';
import type { Fact } from '../../lib/fact/fact.ts';
import { newDisk } from '../builders/disk.ts';
import { MemoryShareStore } from '../builders/memory-share-store.ts';
import { FORGED } from '../builders/share-harm.ts';
import { type ShareTown, TOWN_START, type TownDevice } from '../builders/share-town.ts';

/** All facts of some devices; of one whose words are gone somewhere, without them. */
export function union(devices: readonly TownDevice[]): Map<string, Fact> {
  const all = new Map<string, Fact>();
  for (const { disk } of devices)
    for (const fact of disk.facts.values()) {
      const known = all.get(fact.hash);
      if (!known || (known.salt === null && fact.salt !== null)) all.set(fact.hash, fact);
    }
  return all;
}

/** What the devices show that belong, and what they should show: what all that any of them holds comes to. */
async function truthOf(
  town: ShareTown,
): Promise<{ present: readonly TownDevice[]; store: MemoryShareStore }> {
  let present: readonly TownDevice[] = town.devices;
  for (;;) {
    const store = new MemoryShareStore(town.space, newDisk(), town.crypto, () => TOWN_START);
    await store.take(
      town.space,
      [...union(present).values()].filter(({ sig }) => sig !== undefined),
    );
    const belonging = new Set(store.rights ? presentDevices(store.rights).map(({ device }) => device) : []);
    // What only a former member's device holds reaches nobody any more.
    const still = present.filter(({ disk }) => belonging.has(disk.keys.at(-1)?.author ?? ''));
    if (still.length === present.length || still.length === 0) return { present: still, store };
    present = still;
  }
}

/** What is not the same on two devices that belong, or not as it has to be; '' when all is well. */
export async function differences(town: ShareTown): Promise<string> {
  const { present, store } = await truthOf(town);
  const { rights } = store;
  if (present.length === 0 || !rights) return 'nobody is left';
  const wanted = store.rows();
  const held = await heldBy(store);
  const epoch = currentEpochOf(rights)?.id;
  for (const device of present) {
    const rows = device.store.rows();
    if (rows !== wanted) return `${device.name}: ${firstDifference(rows, wanted)}`;
    if (JSON.stringify(device.store.rights) !== JSON.stringify(rights)) return `${device.name}: rights`;
    if ((await heldBy(device.store)) !== held) return `${device.name}: holds other facts`;
    if ((await device.store.currentEpoch())?.id !== epoch) return `${device.name}: lacks the present epoch`;
  }
  // Whom the log never named nobody can know of: what a steward wrote of them went with the steward's disk.
  const named = new Set(rights.claims.map((pair) => pair.split('\n', 1)[0]));
  const isNamed = ({ disk }: TownDevice) => disk.keys.some(({ author }) => named.has(author));
  const here = new Set(presentDevices(rights).map(({ device }) => device));
  for (const { name, disk } of town.devices) {
    const mine = disk.retired ? undefined : disk.keys.at(-1)?.author;
    if (mine !== undefined && !named.has(mine) && disk.keys.some(({ author }) => here.has(author)))
      return `${name}: goes on as an author whom it has not let in`;
  }
  const canRenew = present.some((one) => presentStewards(rights).includes(one.member));
  if (canRenew)
    for (const device of town.devices)
      if (!present.includes(device) && isNamed(device) && device.disk.secrets.has(epoch ?? ''))
        return `${device.name}: belongs no more and reads on`;
  return wrongs(store, wanted);
}

/** Which facts are exchanged, and whether they have their words: also those of a later version, which show nowhere. */
async function heldBy(store: MemoryShareStore): Promise<string> {
  const held = [];
  for (const { author } of await store.states())
    for (const { hash, erased } of await store.hashes('', author))
      held.push(erased ? `${hash} erased` : hash);
  return held.sort().join('\n');
}

/**
 * What counts though it must not, told without the product's own rights: all devices might be wrong alike. Of acts of a
 * steward, that somebody once named their member; of what is shown, that nobody forged it, and that nobody wrote it who
 * was cut off before.
 */
function wrongs(store: MemoryShareStore, rows: string): string {
  const { rights, disk } = store;
  if (rows.includes(FORGED)) return 'what was forged is shown';
  const facts = [...disk.facts.values()];
  const named = new Set([rights?.founder]);
  for (const fact of facts)
    if (fact.kind === 'steward.named') named.add((fact.body as { member?: string } | null)?.member);
  const accepted = (rights?.accepted ?? []).flatMap((hash) => disk.facts.get(hash) ?? []);
  for (const act of accepted)
    if (isOfSteward(act) && !named.has(act.by ?? '')) return `${act.kind} by ${act.by}`;
  for (const erasure of facts) {
    if (erasure.kind !== ERASED || !rights?.claims.includes(`${erasure.author}\n${erasure.by}`)) continue;
    const { facts: gone } = (erasure.body ?? { facts: [] }) as { facts: string[] };
    const isBack = gone.some((hash) => {
      const said = disk.facts.get(hash);
      return said?.entity === erasure.entity && said.by === erasure.by && said.kind !== ERASED && said.salt;
    });
    if (isBack) return 'words that were erased are there';
  }
  const cuts = accepted.flatMap((act) => cutOf(act, accepted) ?? []);
  for (const fact of facts)
    if (
      fact.kind === 'contract.made' &&
      cuts.some((isCut) => isCut(fact)) &&
      rows.includes(`"id": "${fact.entity}"`)
    )
      if (!facts.some((one) => isSameMade(one, fact))) return `shown, though cut off before: ${fact.entity}`;
  return '';
}

/** Which facts an act that counts cuts off; null: none. */
function cutOf(
  { kind, by, entity, body }: Fact,
  accepted: readonly Fact[],
): ((fact: Fact) => boolean) | null {
  if (kind === 'device.removed') {
    const { device, until, right } = body as { device: string; until: number; right?: string };
    // Without a right it is a device of one's own that one takes out.
    return (fact) => fact.author === device && fact.seq > until && (right !== undefined || by === fact.by);
  }
  if (kind !== 'member.left') return null;
  if (accepted.some((act) => act.kind === 'member.returned' && act.entity === entity)) return null;
  const { until } = body as { until: Record<string, number> };
  return (fact) => fact.by === entity && fact.seq > (until[fact.author] ?? 0);
}

const isSameMade = (one: Fact, other: Fact): boolean =>
  one.entity === other.entity && one.kind === other.kind && one.author !== other.author;

function isOfSteward({ kind, by, entity, body }: Fact): boolean {
  const { member, right } = body as { member?: string; right?: string };
  switch (kind) {
    case 'device.added':
      return member !== by;
    case 'member.left':
      return entity !== by;
    case 'device.removed':
      return right !== undefined;
    default:
      return kind === 'epoch.began' || kind === 'steward.named' || kind === 'member.returned';
  }
}

function firstDifference(a: string, b: string): string {
  const [mine, theirs] = [a.split('\n'), b.split('\n')];
  const at = mine.findIndex((line, i) => line !== theirs[i]);
  return `line ${at}: ${mine.slice(at, at + 6).join(' ')} | ${theirs.slice(at, at + 6).join(' ')}`.replace(
    /\s+/g,
    ' ',
  );
}
