import type { SpaceId } from '../../fact/space.ts';
import type { EpochSecret } from '../seal/epoch.ts';
import type { ShareStore } from '../share-store.ts';
import type { Transport, TransportState } from '../transport/transport.ts';
import { actor } from './actor.ts';
import { type OpenChannel, sealedChannel } from './channel.ts';
import { circleNow, type HeldTime, heldTime } from './circle-time.ts';
import { step } from './exchange.ts';
import type { Effect, ExchangeEvent, Warning } from './exchange-event.ts';
import { type Exchange, hello, newExchange } from './exchange-state.ts';
import { type ExchangeView, looksOther, viewOf } from './exchange-view.ts';
import { factInbox } from './fact-inbox.ts';
import { givenSecrets } from './given-secrets.ts';
import { later } from './later.ts';
import { listener } from './listener.ts';
import { dueAt } from './on-time.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { ownSigned } from './own-signed.ts';
import { speaker } from './speaker.ts';
import { isBegun, isErasure, isOfOldEpoch, isOfRights } from './telling-facts.ts';
import { fromWire } from './wire-fact.ts';

/** What the exchange lives in; tests and the simulator have their own. */
export interface ExchangeWorld {
  now(): number;
  /** Calls back once after `ms`. @returns the function that calls it off. */
  after(ms: number, run: () => void): () => void;
  /** A new random name of 8 to 22 letters, for this start. */
  newRun(): string;
  /** A whole number below 2³². */
  newSeed(): number;
  /** {@link sealedChannel}, where nothing else is said. */
  openChannel?: OpenChannel;
  /** {@link fromWire}, where nothing else is said. */
  readFacts?: typeof fromWire;
}

export interface ExchangeOptions {
  space: SpaceId;
  store: ShareStore;
  /** Connected, or connecting. It is closed by whoever opened it. */
  transport: Transport;
  world: ExchangeWorld;
  /** Where another page of this device left off. */
  time?: HeldTime;
  /** What {@link ExchangeView} shows has changed, or may have. */
  onChange?(): void;
  onWarning?(warning: Warning): void;
  /** A bug, or a database that failed. Nothing is lost by it for good: what is missing is asked for again. */
  onError?(error: unknown): void;
}

export interface RunningExchange {
  view(): ExchangeView;
  /** The circle's time, ms since 1970: the same for all who are here, within milliseconds. */
  circleNow(): number;
  /** For the page of this device that takes over. */
  heldTime(): HeldTime;
  /** Calls back when the circle's time was set anew by more than two seconds. @returns the function that ends it. */
  onStepped(listener: () => void): () => void;
  /** After a meeting, and after something was erased: what the relay keeps is put in order, without the erased words. */
  tidy(): void;
  /** Looks at own facts and keys now, without waiting to be told of a change. */
  poke(): Promise<void>;
  /** Resolves when everything that came in is stored and everything that was due is sent. */
  idle(): Promise<void>;
  /** Says good-bye before it returns, as a page has to that is being closed: what it would seal then, nobody hears. */
  part(): void;
  /** Says good-bye and ends it. */
  stop(): Promise<void>;
}

/** Epochs that are listened to: the present one and a few before it, for who missed a change. */
const MOST_EPOCHS = 12;
/** So long a good-bye may take, ms. */
const STOP_MS = 1_000;
/** What is held is read so long after facts came or were written: once for many, and out of their way to a screen. */
const SETTLE_MS = 150;
/** Words that were erased go from the relay so long after, ms: once for many. */
const TIDY_MS = 2_000;
/** And not more often where the relay shows them to us: whoever sends them again and again moves nobody to more. */
const GONE_MS = 60_000;

/** Starts the exchange of a space. Rejects when the store cannot be read. */
export async function startExchange(options: ExchangeOptions): Promise<RunningExchange> {
  const { space, store, transport, world } = options;
  const run = world.newRun();
  const onStepped = new Set<() => void>();
  const tasks = new Set<Promise<unknown>>();
  const given = givenSecrets(MOST_EPOCHS);
  let keys = await store.keys(space);
  let current: EpochSecret | null = null;
  let state: Exchange = newExchange(
    {
      me: keys.author,
      run,
      seed: world.newSeed(),
      epoch: null,
      ...(options.time ? { time: options.time } : {}),
    },
    world.now(),
  );
  let connection: TransportState = 'connecting';
  let isStopped = false;
  let callOff = () => {};
  const gone = { at: Number.NEGATIVE_INFINITY };
  const signed = ownSigned();
  const speak = speaker({ space, run, transport, store, keys: () => keys, signed });

  /** Does something that takes a while. What a relay refuses is repaired by what comes later. */
  function doing(task: () => Promise<unknown>): void {
    const running: Promise<unknown> = task()
      .catch((error: unknown) => {
        const isCarrying = error instanceof Error && error.name === 'TransportProblem';
        if (!isStopped && !isCarrying) options.onError?.(error);
      })
      .finally(() => tasks.delete(running));
    tasks.add(running);
  }

  function dispatch(event: ExchangeEvent): void {
    if (isStopped) return;
    const before = state;
    const done = step(state, event, world.now());
    state = done.state;
    for (const effect of done.effects) perform(effect);
    callOff();
    const wait = dueAt(state) - world.now();
    callOff = Number.isFinite(wait)
      ? world.after(Math.max(0, wait), () => dispatch({ kind: 'tick' }))
      : () => {};
    if (looksOther(before, state)) options.onChange?.();
  }

  /** Says good-bye, once it was sealed. */
  let part = () => {};
  const perform = (effect: Effect): void => {
    const line = state.epoch === null ? undefined : hear.lines.get(state.epoch);
    if (!line) return;
    act(effect, line.channel);
    if (effect.do !== 'say' || effect.message.kind !== 'hello' || effect.message.body.bye) return;
    doing(async () => {
      part = await speak.readyLast(line.channel, hello(state, world.now(), true).message);
    });
  };

  const inbox = factInbox({
    space,
    store,
    devices: () => state.devices,
    isNew: (author) => !state.repair.held.has(author),
    onFlood: (author) => options.onWarning?.({ kind: 'flood', author }),
    onError: (error) => options.onError?.(error),
    // The wish to take them from the relay may have ended with the page in which they were erased.
    onGoneWords: () => {
      if (world.now() - gone.at < GONE_MS) return;
      gone.at = world.now();
      tidySoon.soon();
    },
    // Whoever looks at a screen waits for the facts alone. Who may speak, and in which epoch, is known at once.
    onAdded: (facts) => {
      if (facts.some(isErasure)) tidySoon.soon();
      if (facts.some(isOfRights)) doing(ownSoon.now);
      else heldSoon.soon();
    },
  });

  const hear = listener({
    space,
    transport,
    openChannel: world.openChannel ?? sealedChannel,
    readFacts: world.readFacts ?? fromWire,
    now: () => world.now(),
    doing,
    isOwn: (packet) => speak.isOwn(packet),
    onFacts: (author, facts, letters, epoch) => {
      const isNow = epoch === null || epoch === state.epoch;
      const wanted = isNow ? facts : facts.filter((fact) => isOfOldEpoch(state, fact));
      inbox.add(author, wanted, letters, world.now());
    },
    onSecrets(epoch, handed) {
      const own = handed.filter(([device]) => device === keys.author);
      if (own.length === 0 || hear.lines.has(epoch)) return;
      given.add(epoch, own);
      // After what says that the epoch counts, which came with it.
      doing(async () => {
        await inbox.idle();
        await readKeys();
      });
    },
    onHeard(heard) {
      const isOver = heard.retained && heard.message.kind === 'kept' && heard.epoch !== state.epoch;
      dispatch(isOver ? { kind: 'stale', epoch: heard.epoch } : heard);
    },
  });

  const act = actor({
    space,
    store,
    speak,
    lines: hear.lines,
    state: () => state,
    now: () => world.now(),
    isBusy: () => inbox.isBusy() || hear.isBusy(),
    doing,
    dispatch,
    onWarning: (warning) => options.onWarning?.(warning),
    onStepped: () => {
      for (const stepped of onStepped) stepped();
    },
  });

  const readHeld = oneAtATime(async () => {
    const [states, devices] = [await store.states(space), await store.devices(space)];
    const own = states.find(({ author }) => author === keys.author)?.last ?? 0;
    dispatch({ kind: 'held', states, devices, own });
  });

  const readKeys = oneAtATime(async () => {
    const now = await store.keys(space);
    if (now.author !== keys.author) {
      keys = now;
      dispatch({ kind: 'me', me: keys.author });
      await store.signPending(space);
      await readHeld();
    }
    await given.offer((epoch, handed) => store.takeSecret(space, epoch, handed));
    const secrets = await store.secrets(space);
    current = await store.currentEpoch(space);
    await hear.listenTo(listenedTo(secrets, current?.id).slice(0, MOST_EPOCHS));
    if (!current || !hear.lines.has(current.id)) return;
    const { id } = current;
    const isChange = state.epoch !== null && state.epoch !== id;
    const mine = isChange && (await store.epochFacts(space)).some((fact) => isBegun(fact, keys.author, id));
    dispatch({ kind: 'epoch', id, old: [...hear.lines.keys()], mine });
  });

  /** Own facts may have been written, here or in another page. */
  const readOwn = oneAtATime(async () => {
    await store.signPending(space);
    await heldSoon.now();
    await readKeys();
  });

  const heldSoon = later(world.after, SETTLE_MS, readHeld, doing);
  const ownSoon = later(world.after, SETTLE_MS, readOwn, doing);
  // Also of other authors' words: one's earlier device, a scribe. Whoever is here looks after their own, and the rest.
  const tidySoon = later(world.after, TIDY_MS, async () => dispatch({ kind: 'tidy' }), doing);
  const endChanged = store.changed(space, (facts) => {
    if (facts.some(isErasure)) tidySoon.soon();
    const range = signed.add(facts, keys.author);
    if (range) dispatch({ kind: 'wrote', ...range });
    // What is sent before anything was read is signed in the store, and told of, a moment later.
    if (range && !facts.some(isOfRights)) ownSoon.soon();
    else if (range || !ownSoon.isWanted()) doing(ownSoon.now);
  });
  await readOwn();
  const endState = transport.onState((next) => {
    const wasOnline = connection === 'online';
    connection = next;
    if ((next === 'online') !== wasOnline) dispatch({ kind: next === 'online' ? 'online' : 'offline' });
    options.onChange?.();
  });

  return {
    view: () => viewOf(state, { connection, way: transport.kind, epoch: current?.epoch ?? null }),
    circleNow: () => circleNow(state.time, world.now()),
    heldTime: () => heldTime(state.time, world.now()),
    onStepped(stepped) {
      onStepped.add(stepped);
      return () => onStepped.delete(stepped);
    },
    tidy: () => dispatch({ kind: 'tidy' }),
    poke: readOwn,
    async idle() {
      do {
        await inbox.idle();
        for (const reading of [heldSoon, ownSoon]) if (reading.isWanted()) await reading.now();
        await Promise.all(tasks);
      } while (tasks.size > 0 || heldSoon.isWanted() || ownSoon.isWanted());
    },
    part: () => part(),
    async stop() {
      dispatch({ kind: 'leaving' });
      // What a relay does not take any more is not waited for.
      await Promise.race([
        Promise.all(tasks),
        new Promise<void>((done) => {
          world.after(STOP_MS, done);
        }),
      ]);
      isStopped = true;
      callOff();
      heldSoon.stop();
      ownSoon.stop();
      tidySoon.stop();
      endState();
      endChanged();
      hear.stop();
    },
  };
}

/** The present epoch first: a secret is kept with the number it was given with, which may be higher and count for nothing. */
const listenedTo = (secrets: readonly EpochSecret[], now: string | undefined): EpochSecret[] =>
  secrets.toSorted(
    (a, b) => Number(b.id === now) - Number(a.id === now) || b.epoch - a.epoch || (a.id < b.id ? -1 : 1),
  );
