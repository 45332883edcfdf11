import type { SpaceId } from '../../fact/space.ts';
import type { DeviceKeys } from '../keys.ts';
import { type EpochSecret, epochKeys, topicOf } from '../seal/epoch.ts';
import { type Frame, isFrameSigned, signFrame } from '../seal/frame.ts';
import { opener, type Packet, sealFrame } from '../seal/message.ts';

/** What is said in one epoch of a space. The simulator has one that seals nothing, for speed. */
export interface Channel {
  /** The epoch's. */
  readonly id: string;
  readonly epoch: number;
  /** All of its topics begin with it and a slash. */
  readonly prefix: string;
  topic(label: string): Promise<string>;
  /** @param labelOf of the topic of each part, where a frame takes several packets. Rejects when it is too long. */
  seal(frame: Frame, labelOf: (part: number) => string): Promise<readonly Packet[]>;
  /** The frame that a packet brought or completed; null for anything else. Never rejects. */
  open(topic: string, packet: Uint8Array): Promise<Frame | null>;
  sign(frame: Frame, device: DeviceKeys): Promise<Frame>;
  /** Whether the sender itself said it. Never rejects. */
  isSigned(frame: Frame): Promise<boolean>;
}

export type OpenChannel = (space: SpaceId, secret: EpochSecret) => Promise<Channel>;

/** The channel that ships: sealed with the epoch's secret. */
export const sealedChannel: OpenChannel = async (space, secret) => {
  const keys = await epochKeys(space, secret);
  const { open } = opener(keys);
  return {
    id: secret.id,
    epoch: secret.epoch,
    prefix: keys.prefix,
    topic: (label) => topicOf(keys, label),
    seal: (frame, labelOf) => sealFrame(keys, frame, labelOf),
    open,
    sign: (frame, device) => signFrame(device, keys, frame),
    isSigned: (frame) => isFrameSigned(keys, frame),
  };
};
