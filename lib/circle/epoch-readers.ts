import type { Fact, FactHash } from '../fact/fact.ts';
import { presentDevices, presentStewards, type RightDevice, type RightsRow } from './rights.ts';

/** What stands in an `epoch.began` about who gets its secret. */
export interface EpochReaders {
  /** Device → the secret sealed for it. */
  secrets: Readonly<Record<string, string>>;
  /** Devices whoever began it knew of, and left out. */
  without?: readonly string[] | undefined;
}

/** More are not told of; a circle has some dozens in ten years. */
export const MOST_LEFT_OUT = 2_000;

/** Every device the log ever named as somebody's, also where that counts no more: it may have got a secret meanwhile. */
const everNamed = ({ claims }: RightsRow): string[] =>
  [...new Set(claims.map((pair) => pair.split('\n', 1)[0] ?? ''))].sort();

/** Devices that are known and get no secret, for who begins an epoch to say so: who stands in neither list was unknown. */
export const leftOut = (rights: RightsRow, secrets: EpochReaders['secrets']): string[] =>
  everNamed(rights)
    .filter((device) => !Object.hasOwn(secrets, device))
    .slice(0, MOST_LEFT_OUT);

const belongs = (rights: RightsRow, { last, member }: RightDevice): boolean =>
  last === null && !rights.gone.includes(member);

/**
 * Devices that belong and that whoever began the epoch did not know of: another steward let them in meanwhile. Any member
 * may hand them the secret. One that was left out knowingly is not among them, also where its removal has not arrived yet.
 */
export function missedBy(rights: RightsRow, { secrets, without }: EpochReaders): RightDevice[] {
  // A full list does not tell whom it has no room for.
  if (!without || without.length >= MOST_LEFT_OUT) return [];
  const known = new Set([...Object.keys(secrets), ...without]);
  const missed = rights.devices.filter((one) => belongs(rights, one) && !known.has(one.device));
  return [...new Map(missed.map((one) => [one.device, one])).values()];
}

/**
 * Whether a device that does not belong may have the secret: it stands in the list, or may have got it from hand to hand.
 * Where the list of those left out is full, the second is not asked: or an epoch would follow another without end.
 */
export function isReadByGone(rights: RightsRow, { secrets, without = [] }: EpochReaders): boolean {
  const here = new Set(rights.devices.filter((one) => belongs(rights, one)).map(({ device }) => device));
  const kept = new Set(without);
  const isFull = without.length >= MOST_LEFT_OUT;
  return everNamed(rights).some(
    (device) => !here.has(device) && (Object.hasOwn(secrets, device) || (!isFull && !kept.has(device))),
  );
}

/** The lists of an epoch, from the body of the fact that began it; without its words nobody is known. */
export const readersOf = (body: unknown): EpochReaders => {
  const { secrets, without } = (body ?? {}) as Partial<EpochReaders>;
  return { secrets: secrets ?? {}, ...(Array.isArray(without) ? { without } : {}) };
};

/** So often one device begins epochs for one that was left out: where two stewards disagree for ever, it comes to an end. */
const MOST_LET_READ = 4;

/**
 * Whether a device that belongs was left out of the present epoch: whoever began it did not know yet that it belongs. No
 * other member may hand it the secret, for it may as well be one whose removal has not arrived; a steward begins a new
 * epoch.
 * @param begun the facts of the epochs that count, in any order. @param epoch the hash of the present one's.
 * @param me the device that would begin another.
 */
export function isLeftOut(rights: RightsRow, begun: readonly Fact[], epoch: FactHash, me: string): boolean {
  const readers = new Map(begun.map((fact) => [fact.hash, readersOf(fact.body)]));
  const isOut = (hash: FactHash | undefined, device: string) =>
    (hash !== undefined && readers.get(hash)?.without?.includes(device)) ?? false;
  return rights.devices.some((one) => {
    if (!belongs(rights, one) || !isOut(epoch, one.device)) return false;
    const letRead = begun.filter(
      ({ author, hash, body }) =>
        author === me &&
        Object.hasOwn(readers.get(hash)?.secrets ?? {}, one.device) &&
        isOut((body as { of?: FactHash } | null)?.of, one.device),
    );
    return letRead.length < MOST_LET_READ;
  });
}

/**
 * Whether a new epoch is due. Also where none counts: whoever took its steward out did not know of it yet, and all go on
 * writing in one that the steward reads.
 * @param begun the facts of the epochs that count, in any order. @param epoch the hash of the present one's; undefined: none.
 * @param me the device that would begin it.
 * @param forWhom `left-out`: also where a device that belongs was left out, or all are.
 */
export function isEpochDue(
  rights: RightsRow,
  begun: readonly Fact[],
  epoch: FactHash | undefined,
  me: string,
  forWhom: 'gone' | 'left-out',
): boolean {
  if (isReadByGone(rights, readersOf(begun.find(({ hash }) => hash === epoch)?.body))) return true;
  return forWhom === 'left-out' && (epoch === undefined || isLeftOut(rights, begun, epoch, me));
}

/** Whether an epoch that this device begins as this member counts. */
export const mayBeginEpoch = (rights: RightsRow, device: string, member: string): boolean =>
  presentStewards(rights).includes(member) &&
  presentDevices(rights, member).some((one) => one.device === device);
