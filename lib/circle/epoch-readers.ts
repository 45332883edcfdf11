import type { RightDevice, RightsRow } from './rights.ts';

/** What stands in an `epoch.began` about who gets its secret. */
export interface EpochReaders {
  /** Device → the secret sealed for it. */
  secrets: Readonly<Record<string, string>>;
  /** Devices whoever began it knew of, and left out. */
  without?: readonly string[] | undefined;
}

/** Devices that are known and get no secret, for who begins an epoch to say so: who stands in neither list was unknown. */
export const leftOut = (rights: RightsRow, secrets: EpochReaders['secrets']): string[] =>
  [...new Set(rights.devices.map(({ device }) => device))]
    .filter((device) => !Object.hasOwn(secrets, device))
    .sort();

const belongs = (rights: RightsRow, { last, member }: RightDevice): boolean =>
  last === null && !rights.gone.includes(member);

/**
 * Devices that belong and that whoever began the epoch did not know of: another steward let them in meanwhile. Any member
 * may hand them the secret. One that was left out knowingly is not among them, also where its removal has not arrived yet.
 */
export function missedBy(rights: RightsRow, { secrets, without }: EpochReaders): RightDevice[] {
  if (!without) return [];
  const known = new Set([...Object.keys(secrets), ...without]);
  const missed = rights.devices.filter((one) => belongs(rights, one) && !known.has(one.device));
  return [...new Map(missed.map((one) => [one.device, one])).values()];
}

/** Whether a device that belongs no more may have the secret: it stands in the list, or may have got it from hand to hand. */
export function isReadByGone(rights: RightsRow, { without }: EpochReaders): boolean {
  const here = new Set(rights.devices.filter((one) => belongs(rights, one)).map(({ device }) => device));
  return rights.devices.some(({ device }) => !here.has(device) && !without?.includes(device));
}

/** The lists of an epoch, from the body of the fact that began it; without its words nobody is known. */
export const readersOf = (body: unknown): EpochReaders => {
  const { secrets, without } = (body ?? {}) as Partial<EpochReaders>;
  return { secrets: secrets ?? {}, ...(Array.isArray(without) ? { without } : {}) };
};
