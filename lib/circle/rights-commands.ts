import { draft } from '../fact/draft.ts';
import type { Draft, FactHash } from '../fact/fact.ts';
import { leftOut } from './epoch-readers.ts';
import { type RightsRow, rightNow } from './rights.ts';

/** A device as it comes in: its public keys. */
export interface NewDevice {
  /** Ed25519: the author of what it writes. */
  device: string;
  /** X25519: what is sealed to it. */
  box: string;
}

/** The root of a shared circle; its log's id is `spaceIdOf(founder.device, nonce)`. @param at ms since 1970. */
export const foundSpace = (
  space: string,
  nonce: string,
  founder: NewDevice & { member: string },
  source: string | null,
  at: number,
): Draft =>
  draft(space, founder.member, space, 'circle.shared', {
    nonce,
    member: founder.member,
    box: founder.box,
    at,
    source,
  });

/** The right a member acts by: none is named where they act for themselves. */
const rightOf = (rights: RightsRow, by: string, isOwn: boolean): { right?: FactHash } => {
  const right = isOwn ? undefined : rightNow(rights, by);
  return right === undefined ? {} : { right };
};

const act = (rights: RightsRow, by: string, kind: string, body: unknown): Draft =>
  draft(rights.id, by, rights.id, kind, body);

/** A device becomes one of a member's: by a steward, or by another device of theirs. */
export const addDevice = (
  rights: RightsRow,
  by: string,
  { device, box }: NewDevice,
  member: string,
  at: number,
): Draft =>
  act(rights, by, 'device.added', { device, box, member, at, ...rightOf(rights, by, member === by) });

/** A device is one of nobody's any more, from behind `until`: the last of its numbers that was accepted. */
export const removeDevice = (
  rights: RightsRow,
  by: string,
  device: string,
  until: number,
  at: number,
): Draft => {
  const isOwn = rights.devices.some((one) => one.device === device && one.member === by);
  return act(rights, by, 'device.removed', { device, until, at, ...rightOf(rights, by, isOwn) });
};

/** A member becomes a steward. Two are better than one: a circle whose only steward is gone can let nobody in. */
export const nameSteward = (rights: RightsRow, by: string, member: string, at: number): Draft =>
  act(rights, by, 'steward.named', { member, at, replaces: [], ...rightOf(rights, by, false) });

/** A member is a steward no more; one may end one's own. @param until the last accepted number of each of their devices. */
export const endSteward = (
  rights: RightsRow,
  by: string,
  member: string,
  until: Readonly<Record<string, number>>,
  at: number,
): Draft =>
  act(rights, by, 'steward.ended', {
    member,
    at,
    replaces: rights.stewards
      .filter((span) => span.member === member && span.until === null)
      .map((span) => span.fact),
    until,
    ...rightOf(rights, by, member === by),
  });

/**
 * A new epoch begins after the present one, with its secret sealed for every device that is to read on.
 * @param epoch `secrets`: device → the secret sealed for it, base64url.
 */
export const beginEpoch = (
  rights: RightsRow,
  by: string,
  epoch: { id: string; secrets: Readonly<Record<string, string>> },
  at: number,
): Draft => {
  const before = currentEpochOf(rights);
  return act(rights, by, 'epoch.began', {
    ...epoch,
    without: leftOut(rights, epoch.secrets),
    epoch: (before?.epoch ?? 0) + 1,
    of: before?.fact ?? '',
    at,
    ...rightOf(rights, by, false),
  });
};

/** The epoch written in: the highest, of equals the one with the lowest id; undefined before the first. */
export const currentEpochOf = (rights: RightsRow) => {
  const highest = rights.epochs.at(-1)?.epoch;
  return rights.epochs.find((one) => one.epoch === highest);
};
