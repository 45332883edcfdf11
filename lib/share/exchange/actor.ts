import type { SpaceId } from '../../fact/space.ts';
import type { ShareStore } from '../share-store.ts';
import { lacking } from './author-sums.ts';
import type { Channel } from './channel.ts';
import type { Effect, ExchangeEvent, Warning } from './exchange-event.ts';
import type { Exchange } from './exchange-state.ts';
import type { Line } from './listener.ts';
import type { Speaker } from './speaker.ts';

/** So long what comes in may keep this device from asking for more, ms. */
const MOST_BUSY_MS = 15_000;

/** @returns what does an effect of a step, in the channel of the present epoch. */
export function actor(parts: {
  space: SpaceId;
  store: Pick<ShareStore, 'hashes'>;
  speak: Speaker;
  lines: ReadonlyMap<string, Line>;
  state(): Exchange;
  now(): number;
  /** Whether some of what came is not stored yet. */
  isBusy(): boolean;
  /** Does something that takes a while. */
  doing(task: () => Promise<unknown>): void;
  dispatch(event: ExchangeEvent): void;
  onWarning(warning: Warning): void;
  onStepped(): void;
}): (effect: Effect, channel: Channel) => void {
  const { space, store, speak, doing, dispatch } = parts;

  let busyFrom: number | null = null;
  /** Whether what came is not all stored yet; for a while, so that who floods the circle keeps nobody from asking. */
  const isCatchingUp = (): boolean => {
    const now = parts.now();
    busyFrom = parts.isBusy() ? (busyFrom ?? now) : null;
    return busyFrom !== null && now - busyFrom < MOST_BUSY_MS;
  };

  /** One after the other: what the relay keeps, and what is taken away there. */
  let last: Promise<unknown> = Promise.resolve();
  function inTurn(task: () => Promise<void>): void {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    doing(() => turn);
  }

  return (effect, channel) => {
    switch (effect.do) {
      case 'say':
        doing(() => speak.say(channel, effect.message));
        break;
      case 'push':
        doing(() => speak.push(channel, effect.from, effect.to));
        break;
      case 'answer':
        doing(() => speak.answer(channel, effect.author, effect.lack, effect.re));
        break;
      case 'compare':
        doing(async () => {
          const { author, device, theirs, thorough } = effect;
          // What lies here and is only not stored yet is asked of nobody: the answer would be all of it once more.
          if (isCatchingUp()) return dispatch({ kind: 'uncompared', author, device });
          const lack = lacking(await store.hashes(space, author), theirs, thorough);
          dispatch({ kind: 'compared', author, device, lack });
        });
        break;
      case 'keep': {
        const { author } = effect;
        inTurn(() =>
          speak.keep(channel, author, parts.state().kept.chunks.get(author) ?? new Map(), (index, chunk) => {
            dispatch({ kind: 'kept', author, index, chunk });
          }),
        );
        break;
      }
      case 'bridge': {
        const old = parts.lines.get(effect.epoch);
        if (old) inTurn(() => speak.bridge(old.channel, channel.id));
        break;
      }
      case 'clear': {
        const old = parts.lines.get(effect.epoch);
        if (!old) break;
        const topics = new Set(old.kept);
        old.kept.clear();
        inTurn(() => speak.clear(old.channel, channel.id, topics));
        break;
      }
      case 'warn':
        parts.onWarning(effect.warning);
        break;
      case 'stepped':
        parts.onStepped();
        break;
      default:
        effect satisfies never;
    }
  };
}
