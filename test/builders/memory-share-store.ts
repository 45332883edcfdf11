import { missedBy, readersOf } from '../../lib/circle/epoch-readers.ts';
import { foldRights, type RightsRow } from '../../lib/circle/rights.ts';
import { currentEpochOf } from '../../lib/circle/rights-commands.ts';
import { isRightsFact } from '../../lib/circle/rights-facts.ts';
import { succession } from '../../lib/circle/succession.ts';
import { type AuthorId, type Draft, type Fact, isErased, seal } from '../../lib/fact/fact.ts';
import { tick, witness } from '../../lib/fact/hlc.ts';
import type { DeviceKeys } from '../../lib/share/keys.ts';
import type { EpochSecret } from '../../lib/share/seal/epoch.ts';
import type { AuthorState, HandedSecret, ShareStore, SpaceDevice } from '../../lib/share/share-store.ts';
import { type Ends, endsOf } from '../../lib/store/last-accepted.ts';
import { honourInSpace } from '../../lib/store/spaces.ts';
import type { Disk } from './disk.ts';
import { MemoryLog } from './memory-log.ts';
import { rowsText } from './rows-text.ts';
import type { ShareCrypto } from './share-crypto.ts';

/** `lib/store` without IndexedDB: the same facts, rights, erasures and projections, in memory, for one space. */
export class MemoryShareStore implements ShareStore {
  readonly space: string;
  readonly disk: Disk;
  readonly crypto: ShareCrypto;
  readonly now: () => number;
  /** Called before and after each change of the disk: a crash may be anywhere. */
  onChange: (when: 'before' | 'after') => void = () => {};
  onRights: () => void = () => {};
  /** What happened, to be counted. */
  saw: (what: string) => void = () => {};
  rights: RightsRow | null = null;
  readonly log = new MemoryLog();
  #listeners = new Set<(signed: readonly Fact[]) => void>();

  constructor(space: string, disk: Disk, crypto: ShareCrypto, now: () => number) {
    this.space = space;
    this.disk = disk;
    this.crypto = crypto;
    this.now = now;
    for (const fact of disk.facts.values()) this.log.add(fact);
    this.rights = foldRights(space, [...disk.facts.values()]);
  }

  /** All facts of an entity. */
  of(entity: string): Fact[] {
    return [...this.log.factsOf(entity).values()];
  }

  /** The highest number of an author here. */
  last(author: AuthorId): number {
    return this.log.head(author)?.seq ?? 0;
  }

  /** Where devices end when they are cut off now: as `completed` has it. */
  ends(devices: readonly string[]): Ends {
    const numbers = devices.map((device) =>
      this.log
        .by(device)
        .map(({ seq }) => [device, '', seq])
        .sort((a, b) => Number(a[2]) - Number(b[2])),
    );
    const acts = (this.rights?.accepted ?? []).map((hash) => this.disk.facts.get(hash));
    return endsOf(devices, numbers, acts);
  }

  /** Records drafts as this device's facts, as `append` does. */
  append(drafts: readonly Draft[], author = this.ready().author): void {
    if (drafts.length === 0) return;
    this.onChange('before');
    // Rule 4: nobody goes on under an author of whom they have met what they did not write.
    const isMet = this.log.by(author).some(({ hash }) => !this.disk.written.has(hash));
    if (isMet && author === this.disk.keys.at(-1)?.author) throw new Error('an author was adopted');
    const facts: Fact[] = [];
    let head = this.log.head(author);
    for (const draft of drafts) {
      this.disk.hlc = tick(this.disk.hlc, this.now());
      const place = {
        author,
        seq: (head?.seq ?? 0) + 1,
        at: this.disk.hlc,
        prev: head?.hash ?? '',
      };
      head = seal(draft, { ...place, salt: this.crypto.newName() });
      facts.push(head);
      this.disk.written.add(head.hash);
    }
    this.#record(facts);
    this.onChange('after');
    const keys = this.disk.keys.find((one) => one.author === author);
    if (keys)
      this.crypto.signFacts(keys, facts).then(
        (signed) => this.#tell(signed),
        () => undefined,
      );
    this.#tell([]);
  }

  #tell(signed: readonly Fact[]): void {
    for (const listener of [...this.#listeners]) listener(signed);
  }

  ready(): DeviceKeys {
    const keys = this.disk.keys.at(-1);
    if (keys && !this.disk.retired) return keys;
    const made = this.crypto.makeKeys(this.space);
    this.disk.keys.push(made);
    this.disk.retired = false;
    // As the pointer to this device's author is watched, whoever moved it.
    if (this.disk.keys.length > 1) queueMicrotask(() => this.#tell([]));
    return made;
  }

  /** As `record`: @returns the facts that were new or had words that were missing, and how many were not taken. */
  #record(incoming: readonly Fact[]): { fresh: Fact[]; refused: number } {
    const changed: Fact[] = [];
    let refused = 0;
    const groups = Map.groupBy(incoming, (fact) => fact.entity);
    const bringsActs = incoming.some(isRightsFact);
    if (bringsActs) {
      this.rights = foldRights(this.space, [...this.disk.facts.values(), ...incoming]);
      for (const entity of this.log.entities()) if (!groups.has(entity)) groups.set(entity, []);
    }
    for (const [entity, group] of groups) {
      const here = this.log.factsOf(entity);
      const all = new Map(here);
      for (const fact of group) {
        const known = all.get(fact.hash);
        const sig = known?.sig ?? fact.sig;
        const best = !known || (isErased(known) && !isErased(fact)) ? fact : known;
        all.set(fact.hash, best.sig === sig || sig === undefined ? best : { ...best, sig });
      }
      const honoured = honourInSpace(this.rights, [...all.values()], here);
      refused += honoured.refused.length;
      for (const fact of honoured.kept) {
        const known = here.get(fact.hash);
        if (known && isErased(known) === isErased(fact) && known.sig === fact.sig) continue;
        changed.push(fact);
      }
    }
    for (const fact of changed) {
      this.disk.facts.set(fact.hash, fact);
      this.log.add(fact);
    }
    if (bringsActs) this.onRights();
    return { fresh: changed, refused };
  }

  async take(space: string, facts: readonly Fact[]): Promise<{ added: number; refused: number }> {
    const ours = facts.filter((fact) => fact.log === space);
    const open = ours.filter((fact) => !this.disk.facts.has(fact.hash));
    const verdicts = await this.crypto.areSigned(open);
    const bad = new Set(open.filter((_, i) => !verdicts[i]).map((fact) => fact.hash));
    this.onChange('before');
    const before = new Set(this.disk.facts.keys());
    const { fresh, refused } = this.#record(ours.filter((fact) => !bad.has(fact.hash)));
    const mine = this.disk.keys.at(-1)?.author;
    // Our own author met with a fact we did not write: this profile was copied or restored.
    if (fresh.some((fact) => fact.author === mine && !before.has(fact.hash))) {
      this.disk.retired = true;
      this.saw('met itself');
      // The pointer to this device's author is watched: that it is gone is told of too.
      queueMicrotask(() => this.#tell([]));
    }
    for (const fact of fresh) this.disk.hlc = witness(this.disk.hlc, fact.at, this.now());
    this.onChange('after');
    return { added: fresh.length, refused: facts.length - ours.length + bad.size + refused };
  }

  async states(): Promise<AuthorState[]> {
    const named = (this.rights?.claims ?? []).flatMap((pair) => pair.split('\n', 1));
    return [...new Set(named)].map((author) => this.log.stateOf(author));
  }

  async facts(_: string, author: AuthorId, from: number, to: number): Promise<Fact[]> {
    return this.log.sent(author).filter(({ seq }) => seq >= from && seq <= to);
  }

  async hashes(_: string, author: AuthorId) {
    return this.log.sent(author).map((fact) => ({ seq: fact.seq, hash: fact.hash, erased: isErased(fact) }));
  }

  /** As `succeed`. */
  #succeed(): void {
    if (this.disk.keys.length === 0) return;
    const { author, boxPublic } = this.ready();
    const before = this.disk.keys.map((keys) => keys.author).filter((one) => one !== author);
    const now = { device: author, box: boxPublic };
    const said = this.rights && succession(this.rights, now, before, this.now());
    if (!said) return;
    this.append([said.draft], said.author);
    this.saw('let itself in anew');
  }

  async signPending(): Promise<number> {
    let signed = 0;
    this.#succeed();
    for (const keys of this.disk.keys) {
      const open = this.log.by(keys.author).filter((fact) => fact.sig === undefined);
      if (open.length === 0) continue;
      const done = await this.crypto.signFacts(keys, open);
      this.onChange('before');
      for (const { hash, sig } of done) {
        const fact = this.disk.facts.get(hash);
        if (!fact || sig === undefined) continue;
        this.disk.facts.set(hash, { ...fact, sig });
        this.log.add({ ...fact, sig });
      }
      this.onChange('after');
      signed += open.length;
    }
    return signed;
  }

  changed(_: string, listener: (signed: readonly Fact[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async keys(): Promise<DeviceKeys> {
    return this.ready();
  }

  async secrets(): Promise<EpochSecret[]> {
    for (const fact of this.disk.facts.values())
      if (fact.kind === 'epoch.began')
        for (const keys of this.disk.keys) {
          const secret = await this.crypto.openSecret(keys, fact.body);
          if (secret) this.disk.secrets.set(secret.id, secret);
        }
    return [...this.disk.secrets.values()];
  }

  async currentEpoch(): Promise<EpochSecret | null> {
    const known = new Set(this.rights?.epochs.map(({ id }) => id));
    const all = await this.secrets();
    const usable = known.size > 0 ? all.filter(({ id }) => known.has(id)) : all;
    return usable.sort((a, b) => b.epoch - a.epoch || (a.id < b.id ? -1 : 1))[0] ?? null;
  }

  async devices(): Promise<SpaceDevice[]> {
    return (this.rights?.devices ?? []).map(({ device, member, box, last }) => ({
      author: device,
      member,
      box,
      until: last,
    }));
  }

  async epochFacts(): Promise<Fact[]> {
    return (this.rights?.accepted ?? []).flatMap((hash) => {
      const fact = this.disk.facts.get(hash);
      return fact?.sig === undefined ? [] : [fact];
    });
  }

  async handOver(): Promise<HandedSecret[]> {
    const epoch = this.rights && currentEpochOf(this.rights);
    const fact = epoch && this.disk.facts.get(epoch.fact);
    const secret = epoch && this.disk.secrets.get(epoch.id);
    if (!this.rights || !fact || !secret) return [];
    const missed = missedBy(this.rights, readersOf(fact.body));
    return Promise.all(
      missed.map(
        async ({ device, box }): Promise<HandedSecret> => [
          device,
          await this.crypto.sealSecret(this.space, secret, { author: device, box }),
        ],
      ),
    );
  }

  async takeSecret(_: string, id: string, handed: readonly HandedSecret[]): Promise<boolean> {
    const epoch = this.rights?.epochs.find((one) => one.id === id);
    if (!epoch || this.disk.secrets.has(id)) return false;
    for (const keys of this.disk.keys) {
      const body = { epoch: epoch.epoch, id, secrets: Object.fromEntries(handed) };
      const secret = await this.crypto.openSecret(keys, body);
      if (!secret) continue;
      this.onChange('before');
      this.disk.secrets.set(id, secret);
      this.onChange('after');
      this.saw('secret handed over');
      return true;
    }
    return false;
  }

  /** Every row a screen could show, as text: made from the facts alone, by the projections that ship. */
  rows(): string {
    return rowsText(this.space, this.log.byEntity, this.rights);
  }
}
