import { toText } from '../../lib/share/bytes.ts';
import type { Party } from '../../lib/share/invite/code.ts';
import {
  type NewcomerEvent,
  type NewcomerState,
  newcomerCode,
  newNewcomer,
  stepNewcomer,
} from '../../lib/share/invite/newcomer.ts';
import type { Said } from '../../lib/share/invite/said.ts';
import {
  newSteward,
  type StewardEvent,
  type StewardState,
  stepSteward,
  stewardCode,
} from '../../lib/share/invite/steward.ts';

export const INVITE = 'i'.repeat(42).concat('A');
export const NOW = Date.UTC(2026, 10, 22, 17);
export const EXPIRES = NOW + 3_600_000;
let words = 0;
/** Another word each time, and the same in each run. */
export const word = (): string => {
  words += 1;
  const bytes = new Uint8Array(32);
  new DataView(bytes.buffer).setUint32(0, words);
  return toText(bytes);
};
export const party = (): Party => ({ author: word(), box: word(), nonce: word() });

/** A side with what it said, in order, and what it let in or opened. */
export class Steward {
  state: StewardState;
  readonly said: Said[] = [];
  readonly letIn: Party[] = [];
  constructor(expiresAt = EXPIRES) {
    this.state = newSteward(INVITE, expiresAt, party());
  }
  take(event: StewardEvent): void {
    const { state, effects } = stepSteward(this.state, event);
    // As it is stored and read back.
    this.state = JSON.parse(JSON.stringify(state));
    for (const effect of effects) {
      if (effect.kind === 'say') this.said.push(effect.said);
      else {
        this.letIn.push(effect.newcomer);
        this.take({ kind: 'sealed', sealed: `sealed to ${effect.newcomer.box} under ${effect.together}` });
      }
    }
  }
  hear(said: Said, now = NOW): void {
    this.take({ kind: 'heard', said, now });
  }
  get code() {
    return stewardCode(this.state);
  }
}
export class Newcomer {
  state: NewcomerState;
  readonly said: Said[] = [];
  readonly joined: Party[] = [];
  constructor(expiresAt = EXPIRES) {
    this.state = newNewcomer(INVITE, expiresAt, party());
  }
  take(event: NewcomerEvent): void {
    const { state, effects } = stepNewcomer(this.state, event);
    this.state = JSON.parse(JSON.stringify(state));
    for (const effect of effects) {
      if (effect.kind === 'say') this.said.push(effect.said);
      else if (effect.sealed !== `sealed to ${this.state.me.box} under ${effect.together}`) {
        this.take({ kind: 'unreadable' });
      } else {
        this.joined.push(effect.steward);
        this.take({ kind: 'opened' });
      }
    }
  }
  hear(said: Said, now = NOW): void {
    this.take({ kind: 'heard', said, now });
  }
  get code() {
    return newcomerCode(this.state);
  }
}

/** All that one says reaches the other at once. */
export function carry(steward: Steward, newcomer: Newcomer, heard = { steward: 0, newcomer: 0 }): void {
  while (heard.steward < newcomer.said.length || heard.newcomer < steward.said.length) {
    const toSteward = newcomer.said[heard.steward];
    if (toSteward) {
      heard.steward += 1;
      steward.hear(toSteward);
    }
    const toNewcomer = steward.said[heard.newcomer];
    if (toNewcomer) {
      heard.newcomer += 1;
      newcomer.hear(toNewcomer);
    }
  }
}

export function comparing(): {
  steward: Steward;
  newcomer: Newcomer;
  heard: { steward: number; newcomer: number };
} {
  const [steward, newcomer] = [new Steward(), new Newcomer()];
  const heard = { steward: 0, newcomer: 0 };
  newcomer.take({ kind: 'start', now: NOW });
  carry(steward, newcomer, heard);
  return { steward, newcomer, heard };
}
