import { draft } from '../fact/draft.ts';
import type { Draft } from '../fact/fact.ts';
import { pulseEntity } from './answer.ts';
import type { Respondent, Settled } from './round.ts';

/** Where a round stands and who speaks. */
export interface RoundActing {
  circleId: string;
  /** The round's id. */
  id: string;
  /** The member who writes. */
  by: string;
}

const say = ({ circleId, id, by }: RoundActing, kind: string, body: object): Draft =>
  draft(circleId, by, pulseEntity(id), kind, body);

/** Opens a round. @param at ms since 1970. @param until answers are waited for until then. */
export const openRound = (acting: RoundActing, at: number, until: number): Draft =>
  say(acting, 'pulse.opened', { at, until });

/**
 * This member answers, with the writing device. The answer itself stays in their own log.
 * @param box the device's X25519 public key, base64url.
 */
export const joinRound = (acting: RoundActing, box: string, at: number): Draft =>
  say(acting, 'pulse.joined', { at, box });

/** This member does not answer after all. It counts until it is settled who is in the round. */
export const withdrawFromRound = (acting: RoundActing, at: number): Draft =>
  say(acting, 'pulse.withdrew', { at });

/** Calls a round off; by who opened it, before it is settled. */
export const stopRound = (acting: RoundActing, at: number): Draft => say(acting, 'pulse.stopped', { at });

/** Says for good who is in the sum. */
export const settleRound = (acting: RoundActing, respondents: readonly Respondent[], at: number): Draft =>
  say(acting, 'pulse.settled', {
    at,
    respondents: respondents.map(({ member, device }) => ({ member, device })),
  });

/** Gives the others their numbers. @param shares device → the number, sealed for it. */
export const giveShares = (
  acting: RoundActing,
  settled: Settled,
  shares: Readonly<Record<string, string>>,
  at: number,
): Draft => say(acting, 'pulse.shares', { of: settled.hash, at, shares: { ...shares } });

/** Tells what this device was given, added up. */
export const tellSum = (acting: RoundActing, settled: Settled, sum: number, at: number): Draft =>
  say(acting, 'pulse.sum', { of: settled.hash, at, sum });
