import { codeOf, commitTo, type Party, togetherOf } from './code.ts';
import type { Refusal, Said } from './said.ts';

/** One invitation as the newcomer's device sees it. Plain data. */
export interface NewcomerState {
  /** Names the invitation (`inviteKeys().id`). */
  invite: string;
  expiresAt: number;
  me: Party;
  /**
   * `asking`, nobody answered yet · `comparing` the code · `waiting` for the steward to say that it is the same ·
   * `opening` what was sealed · `joined` · `ended`.
   */
  phase: 'asking' | 'comparing' | 'waiting' | 'opening' | 'joined' | 'ended';
  /** The first who answered. Whether it is the steward one means, the code tells. */
  steward: Party | null;
  together: string | null;
  /** What arrived while the code was not compared yet. */
  sealed: string | null;
  /** Somebody else answered as well: then somebody is in between, or the invitation was answered on two devices. */
  contested: boolean;
  /** When something was last said, UTC ms, and how often the same. */
  saidAt: number | null;
  tries: number;
  why: Refusal | 'unreadable' | null;
}

export type NewcomerEvent =
  | { kind: 'start'; now: number }
  | { kind: 'heard'; said: Said; now: number }
  | { kind: 'tick'; now: number }
  /** The newcomer says that both codes are the same, or not. */
  | { kind: 'same' }
  | { kind: 'different' }
  /** What was sealed could be opened and is as it should be, or not. */
  | { kind: 'opened' }
  | { kind: 'unreadable' }
  | { kind: 'cancel' };

export type NewcomerEffect =
  | { kind: 'say'; said: Said }
  /** Open what was sealed to this device under `together`; answered by `opened` or `unreadable`. */
  | { kind: 'open'; sealed: string; together: string; steward: Party };

export interface NewcomerStep {
  state: NewcomerState;
  effects: readonly NewcomerEffect[];
}

/** Before the same is said again, in ms: more each time, up to the last. */
const AGAIN_MS = [2_000, 3_000, 5_000, 10_000] as const;

export const newNewcomer = (invite: string, expiresAt: number, me: Party): NewcomerState => ({
  invite,
  expiresAt,
  me,
  phase: 'asking',
  steward: null,
  together: null,
  sealed: null,
  contested: false,
  saidAt: null,
  tries: 0,
  why: null,
});

/** The code to compare; null before there is one. It stays while one waits for the other side. */
export const newcomerCode = ({ phase, together }: NewcomerState): string | null =>
  (phase === 'comparing' || phase === 'waiting') && together !== null ? codeOf(together) : null;

const stay = (state: NewcomerState): NewcomerStep => ({ state, effects: [] });

/** One step: nothing that is heard leads past the newcomer's own `same`. */
export function stepNewcomer(state: NewcomerState, event: NewcomerEvent): NewcomerStep {
  switch (event.kind) {
    case 'start':
      if (state.phase !== 'asking' || state.saidAt !== null) return stay(state);
      return event.now > state.expiresAt ? end(state, 'expired') : say(state, event.now);
    case 'heard':
      return heard(state, event.said, event.now);
    case 'tick':
      return tick(state, event.now);
    case 'same':
      if (state.phase !== 'comparing') return stay(state);
      return state.sealed === null ? stay({ ...state, phase: 'waiting' }) : open(state, state.sealed);
    case 'different':
      return isOpen(state) && state.steward ? bye(state, 'different') : stay(state);
    case 'opened':
      if (state.phase !== 'opening') return stay(state);
      return { state: { ...state, phase: 'joined' }, effects: thanks(state) };
    case 'unreadable':
      return state.phase === 'opening' ? end(state, 'unreadable') : stay(state);
    case 'cancel':
      return isOpen(state) ? bye(state, 'cancelled') : stay(state);
    default:
      return event satisfies never;
  }
}

const isOpen = ({ phase }: NewcomerState): boolean => phase !== 'joined' && phase !== 'ended';

const end = (state: NewcomerState, why: NewcomerState['why']): NewcomerStep =>
  stay({ ...state, phase: 'ended', why, sealed: null });

/** Ends it and tells the steward, if there is one who knows whose word that is. */
function bye(state: NewcomerState, why: Refusal): NewcomerStep {
  const said: Said = { say: 'no', commit: commitTo(state.invite, state.me), author: state.me.author, why };
  return { state: end(state, why).state, effects: state.steward ? [{ kind: 'say', said }] : [] };
}

function tick(state: NewcomerState, now: number): NewcomerStep {
  if (state.phase === 'asking' && state.saidAt !== null && now > state.expiresAt)
    return end(state, 'expired');
  if (state.phase !== 'asking' && state.phase !== 'comparing' && state.phase !== 'waiting')
    return stay(state);
  const wait = AGAIN_MS[Math.min(state.tries, AGAIN_MS.length) - 1];
  if (state.saidAt === null || wait === undefined) return stay(state);
  // A clock that was set back would otherwise silence this device for long.
  return Math.abs(now - state.saidAt) >= wait ? say(state, now) : stay(state);
}

/** Says again what has to be said in this phase; whether it arrived is only seen by what comes back. */
function say(state: NewcomerState, now: number): NewcomerStep {
  const commit = commitTo(state.invite, state.me);
  const said: Said = state.steward
    ? { say: 'reveal', commit, ...state.me, to: state.steward.nonce }
    : { say: 'ask', commit };
  return { state: { ...state, saidAt: now, tries: state.tries + 1 }, effects: [{ kind: 'say', said }] };
}

function open(state: NewcomerState, sealed: string): NewcomerStep {
  const { steward, together } = state;
  if (!steward || together === null) return stay(state);
  return {
    state: { ...state, phase: 'opening', sealed },
    effects: [{ kind: 'open', sealed, together, steward }],
  };
}

function thanks({ me, together }: NewcomerState): NewcomerEffect[] {
  return together === null ? [] : [{ kind: 'say', said: { say: 'thanks', author: me.author, together } }];
}

function heard(state: NewcomerState, said: Said, now: number): NewcomerStep {
  switch (said.say) {
    case 'answer':
      return answered(state, said, now);
    case 'grant': {
      if (said.author !== state.steward?.author || said.together !== state.together) return stay(state);
      if (state.phase === 'joined') return { state, effects: thanks(state) };
      if (state.phase === 'waiting') return open(state, said.sealed);
      return stay(state.phase === 'comparing' ? { ...state, sealed: state.sealed ?? said.sealed } : state);
    }
    case 'no': {
      // Before there is a steward anybody who has the invitation can say no, and hinder no more than that.
      const isTheirs = state.steward === null || said.author === state.steward.author;
      const isMine = said.commit === commitTo(state.invite, state.me);
      const canEnd = state.phase === 'asking' || state.phase === 'comparing' || state.phase === 'waiting';
      return isTheirs && isMine && canEnd ? end(state, said.why) : stay(state);
    }
    case 'ask':
    case 'reveal':
    case 'thanks':
      return stay(state);
    default:
      return said satisfies never;
  }
}

function answered(state: NewcomerState, said: Extract<Said, { say: 'answer' }>, now: number): NewcomerStep {
  const { author, box, nonce } = said;
  if (said.commit !== commitTo(state.invite, state.me)) return stay(state);
  if (state.steward) {
    const isSame =
      state.steward.author === author && state.steward.nonce === nonce && state.steward.box === box;
    return stay(isSame || !isOpen(state) ? state : { ...state, contested: true });
  }
  if (state.phase !== 'asking') return stay(state);
  const steward = { author, box, nonce };
  const together = togetherOf(state.invite, steward, state.me);
  return say({ ...state, phase: 'comparing', steward, together, tries: 0 }, now);
}
