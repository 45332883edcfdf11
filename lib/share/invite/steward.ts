import { codeOf, commitTo, type Party, togetherOf } from './code.ts';
import type { Refusal, Said } from './said.ts';

/**
 * One invitation as the steward's device sees it. Plain data: it is stored before anything of it is sent, so that a
 * browser that was closed neither answers twice nor forgets that a link was used.
 */
export interface StewardState {
  /** Names the invitation (`inviteKeys().id`). */
  invite: string;
  expiresAt: number;
  /** This device; its nonce is made with the invitation and never again, so that it can be answered once only. */
  me: Party;
  /**
   * `waiting` for somebody to ask · `answered`, who they are is not shown yet · `comparing` the code · `granting`: it
   * is the same, the secrets are being sealed · `granted`, whether they arrived is not known · `done` · `ended`.
   */
  phase: 'waiting' | 'answered' | 'comparing' | 'granting' | 'granted' | 'done' | 'ended';
  /** Of the one who asked first. */
  commit: string | null;
  newcomer: Party | null;
  together: string | null;
  sealed: string | null;
  /** UTC ms of the answer. */
  answeredAt: number | null;
  /** How often others asked with the same invitation: it is known to more than one. */
  others: number;
  /** How long the steward has to compare after the answer, ms; {@link COMPARE_WITHIN_MS} where nothing else is said. */
  within?: number;
  /** The newcomer says that the codes differ, after the steward said they do not: the device must go again. */
  disputed: boolean;
  why: Refusal | null;
}

export type StewardEvent =
  | { kind: 'heard'; said: Said; now: number }
  /** Time went on. */
  | { kind: 'tick'; now: number }
  /** The steward says that both codes are the same, or not. */
  | { kind: 'same'; now: number }
  | { kind: 'different' }
  /** What was asked for by `grant` is there. */
  | { kind: 'sealed'; sealed: string }
  | { kind: 'cancel' };

export type StewardEffect =
  | { kind: 'say'; said: Said }
  /** Let this device in, and seal the secrets to it under `together`; answered by `sealed`. */
  | { kind: 'grant'; newcomer: Party; together: string };

export interface StewardStep {
  state: StewardState;
  effects: readonly StewardEffect[];
}

/** From the answer to the steward's word about the code. */
export const COMPARE_WITHIN_MS = 15 * 60_000;
/** The same where every word goes by mail or chat. */
export const COMPARE_BY_HAND_MS = 7 * 86_400_000;
/** Others are told that they are not let in, but nobody can make this device talk without end. */
const MAX_REFUSALS = 50;

export const newSteward = (
  invite: string,
  expiresAt: number,
  me: Party,
  within: number = COMPARE_WITHIN_MS,
): StewardState => ({
  invite,
  expiresAt,
  me,
  phase: 'waiting',
  commit: null,
  newcomer: null,
  together: null,
  sealed: null,
  answeredAt: null,
  others: 0,
  ...(within === COMPARE_WITHIN_MS ? {} : { within }),
  disputed: false,
  why: null,
});

/** The code to compare; null before there is one and after it was compared. */
export const stewardCode = ({ phase, together }: StewardState): string | null =>
  phase === 'comparing' && together !== null ? codeOf(together) : null;

const stay = (state: StewardState): StewardStep => ({ state, effects: [] });

/** One step: nothing that is heard, in whatever order and however often, leads past the steward's own `same`. */
export function stepSteward(state: StewardState, event: StewardEvent): StewardStep {
  switch (event.kind) {
    case 'heard':
      return heard(state, event.said, event.now);
    case 'tick':
      return tick(state, event.now);
    case 'same': {
      if (state.phase !== 'comparing') return stay(state);
      const late = tick(state, event.now);
      return late.state.phase === 'comparing' ? letIn({ ...state, phase: 'granting' }) : late;
    }
    case 'sealed': {
      if (state.phase !== 'granting') return stay(state);
      const next: StewardState = { ...state, phase: 'granted', sealed: event.sealed };
      return { state: next, effects: grant(next) };
    }
    case 'different':
      return state.phase === 'comparing' ? end(state, 'different') : stay(state);
    case 'cancel':
      return isOpen(state) ? end(state, 'cancelled') : stay(state);
    default:
      return event satisfies never;
  }
}

function letIn(state: StewardState): StewardStep {
  const { newcomer, together } = state;
  return newcomer && together !== null
    ? { state, effects: [{ kind: 'grant', newcomer, together }] }
    : stay(state);
}

/** Nobody was let in yet, and still may be. */
const isOpen = ({ phase }: StewardState): boolean => ['waiting', 'answered', 'comparing'].includes(phase);

function tick(state: StewardState, now: number): StewardStep {
  // It did not come to the sealing: the database was busy, the browser closed.
  if (state.phase === 'granting') return letIn(state);
  if (state.phase === 'waiting' && now > state.expiresAt) return end(state, 'expired');
  const within = state.within ?? COMPARE_WITHIN_MS;
  const isLate = state.answeredAt !== null && now > state.answeredAt + within;
  return isOpen(state) && isLate ? end(state, 'tooLate') : stay(state);
}

function end(state: StewardState, why: Refusal): StewardStep {
  const next: StewardState = { ...state, phase: 'ended', why };
  return { state: next, effects: state.commit === null ? [] : [no(next, state.commit, why)] };
}

const no = ({ me }: StewardState, commit: string, why: Refusal): StewardEffect => ({
  kind: 'say',
  said: { say: 'no', commit, author: me.author, why },
});

function grant({ me, together, sealed }: StewardState): StewardEffect[] {
  if (together === null || sealed === null) return [];
  return [{ kind: 'say', said: { say: 'grant', author: me.author, together, sealed } }];
}

function heard(before: StewardState, said: Said, now: number): StewardStep {
  const late: StewardStep = before.phase === 'granting' ? stay(before) : tick(before, now);
  const { state } = late;
  switch (said.say) {
    case 'ask':
      return asked(late, said.commit, now);
    case 'reveal':
      return revealed(state, said);
    case 'thanks': {
      const isTheirs = said.together === state.together && said.author === state.newcomer?.author;
      return stay(state.phase === 'granted' && isTheirs ? { ...state, phase: 'done' } : state);
    }
    case 'no':
      if (said.author !== state.newcomer?.author) return stay(state);
      if (isOpen(state)) return end(state, said.why);
      return stay(
        state.phase === 'granting' || state.phase === 'granted' ? { ...state, disputed: true } : state,
      );
    case 'answer':
    case 'grant':
      return stay(state);
    default:
      return said satisfies never;
  }
}

function asked({ state, effects }: StewardStep, commit: string, now: number): StewardStep {
  if (state.phase === 'waiting') {
    const next: StewardState = { ...state, phase: 'answered', commit, answeredAt: now };
    return { state: next, effects: answer(next) };
  }
  if (commit !== state.commit) {
    if (state.others >= MAX_REFUSALS) return stay(state);
    const next = { ...state, others: state.others + 1 };
    return { state: next, effects: [no(next, commit, refusalOf(state))] };
  }
  if (effects.length > 0) return { state, effects };
  if (state.phase === 'answered') return { state, effects: answer(state) };
  return { state, effects: state.phase === 'ended' ? [no(state, commit, state.why ?? 'used')] : [] };
}

/** What somebody is told who is not the first. */
function refusalOf({ phase, why }: StewardState): Refusal {
  if (phase === 'ended') return why === 'expired' ? 'expired' : 'used';
  return phase === 'done' || phase === 'granted' ? 'used' : 'taken';
}

function answer({ me, commit }: StewardState): StewardEffect[] {
  return commit === null ? [] : [{ kind: 'say', said: { say: 'answer', commit, ...me } }];
}

function revealed(state: StewardState, said: Extract<Said, { say: 'reveal' }>): StewardStep {
  const { commit, author, box, nonce, to } = said;
  const party = { author, box, nonce };
  // Shown to another steward, or not what they were bound to.
  if (to !== state.me.nonce || commit !== state.commit || commitTo(state.invite, party) !== commit)
    return stay(state);
  switch (state.phase) {
    case 'answered': {
      const together = togetherOf(state.invite, state.me, party);
      return stay({ ...state, phase: 'comparing', newcomer: party, together });
    }
    case 'granted':
    case 'done':
      // They did not get it.
      return { state, effects: grant(state) };
    case 'ended':
      return { state, effects: [no(state, commit, state.why ?? 'used')] };
    case 'waiting':
    case 'comparing':
    case 'granting':
      return stay(state);
    default:
      return state.phase satisfies never;
  }
}
