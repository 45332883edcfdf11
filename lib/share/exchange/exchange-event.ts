import type { AuthorId } from '../../fact/fact.ts';
import type { AuthorState, SpaceDevice } from '../share-store.ts';
import type { TransportKind } from '../transport/transport.ts';
import type { Lack } from './author-sums.ts';
import type { Chunk } from './kept.ts';
import type { Message } from './message.ts';
import type { RepairEffect } from './repair-state.ts';

export type Warning =
  /** This device says it has written less than it had: restored from an old copy, or somebody else has its keys. */
  | { kind: 'rollback'; device: AuthorId }
  /** What is held of this author differs, and asking does not help. */
  | { kind: 'differs'; author: AuthorId }
  /** More comes from this author than a circle could write. */
  | { kind: 'flood'; author: AuthorId };

export type ExchangeEvent =
  | { kind: 'online' | 'offline' | 'tick' | 'tidy' | 'leaving' }
  /** What is held now. `own`: up to which number own facts may be sent. */
  | { kind: 'held'; states: readonly AuthorState[]; devices: readonly SpaceDevice[]; own: number }
  /** Own facts with these numbers (both ends included) were just written, and may be sent. */
  | { kind: 'wrote'; from: number; to: number }
  /** A message; claims have been found to be signed by `from`. `chunk`: what a kept run holds. */
  | {
      kind: 'message';
      message: Message;
      from: AuthorId;
      run: string;
      seq: number;
      /** The epoch it came in. */
      epoch: string;
      way: TransportKind;
      /** It lay at the relay. */
      retained: boolean;
      /** When it arrived. */
      at: number;
      chunk?: Chunk;
    }
  | { kind: 'compared'; author: AuthorId; device: AuthorId; lack: Lack | null }
  /** Facts that came are still being stored: to be compared when they are. */
  | { kind: 'uncompared'; author: AuthorId; device: AuthorId }
  /** `mine`: this device began it. */
  | { kind: 'epoch'; id: string; old: readonly string[]; mine: boolean }
  /** Something lies at the relay in an epoch that is over. */
  | { kind: 'stale'; epoch: string }
  /** A run was written to the relay by this device; null: cleared. */
  | { kind: 'kept'; author: AuthorId; index: number; chunk: Chunk | null }
  /** This device's author has changed. */
  | { kind: 'me'; me: AuthorId };

export type Effect =
  | { do: 'say'; message: Message }
  /** Own facts, at once. */
  | { do: 'push'; from: number; to: number }
  | Extract<RepairEffect, { do: 'answer' | 'compare' }>
  | { do: 'keep'; author: AuthorId }
  | { do: 'bridge'; epoch: string }
  | { do: 'clear'; epoch: string }
  | { do: 'warn'; warning: Warning }
  /** The circle's time was set anew. */
  | { do: 'stepped' };
