import { type Fact, isSound } from '../../../lib/fact/fact.ts';
import { isSpaceId, spaceIdOf } from '../../../lib/fact/space.ts';
import { fromWire, toWire } from '../../../lib/share/exchange/wire-fact.ts';
import { codeOf, commitTo, togetherOf } from '../../../lib/share/invite/code.ts';
import { openGrant, sealGrant } from '../../../lib/share/invite/grant.ts';
import { PURPOSES, readInvitation, writeInvitation } from '../../../lib/share/invite/invitation.ts';
import { inviteKeys } from '../../../lib/share/invite/invite-keys.ts';
import { readSaid, type Said, writeSaid } from '../../../lib/share/invite/said.ts';
import { areSigned, signFacts } from '../../../lib/share/keys.ts';
import { epochKeys, topicOf } from '../../../lib/share/seal/epoch.ts';
import { type Frame, isFrameSigned, signFrame } from '../../../lib/share/seal/frame.ts';
import { opener, sealFrame } from '../../../lib/share/seal/message.ts';
import { openPacket, sealPacket } from '../../../lib/share/seal/packet.ts';
import { openSecret, sealSecret } from '../../../lib/share/seal/to-device.ts';
import * as other from './primitives.ts';
import { vectorDevice } from './vector-device.ts';

/** The file the second implementation made. */
export type Vectors = typeof import('../../pages/share/vectors.json');

function same(what: string, ours: unknown, theirs: unknown): void {
  const [a, b] = [other.sorted(ours), other.sorted(theirs)];
  if (a !== b) throw new Error(`${what}: ${a.slice(0, 300)} is not ${b.slice(0, 300)}`);
}

const bytesOf = (text: string) => new Uint8Array(other.unb64(text));

/**
 * Checks what ships against the vectors in both directions: it makes and reads what the second implementation made, and the
 * second reads what it makes. Throws at the first difference. Works in Node and in every browser.
 */
export async function checkVectors(vectors: Vectors): Promise<void> {
  const ada = await vectorDevice(vectors.devices.ada);
  const bo = await vectorDevice(vectors.devices.bo);
  const otherBo = other.device(
    other.unhex(vectors.devices.bo.signSeed),
    other.unhex(vectors.devices.bo.boxSeed),
  );
  same('space', spaceIdOf(vectors.space.founder, vectors.space.nonce), vectors.space.id);
  same('space id', isSpaceId(vectors.space.id), true);
  const space = vectors.space.id;

  const facts = vectors.facts as unknown as Fact[];
  same('sound', facts.map(isSound), [true, true, true]);
  same('signed', await areSigned(facts), [true, true, true]);
  const unsigned = facts.map(({ sig: _, ...fact }) => fact);
  same('signing', await signFacts({ ...ada, space }, unsigned), facts);
  same('packed facts', toWire(facts), vectors.wire);
  same('unpacked facts', fromWire(space, ada.author, vectors.wire), facts);

  const { epoch, id } = vectors.epoch;
  const secret = { epoch, id, secret: new Uint8Array(other.unhex(vectors.epoch.secret)) };
  const keys = await epochKeys(space, secret);
  const otherKeys = other.derive(space, secret.secret);
  same('epoch', [keys.id, keys.prefix], [id, vectors.epoch.prefix]);
  for (const { label, topic } of vectors.epoch.topics)
    same(`topic ${label}`, await topicOf(keys, label), topic);

  for (const { name, frame, label, topic, packet } of vectors.frames) {
    same(name, await opener(keys).open(topic, bytesOf(packet)), frame);
    const [ours] = await sealFrame(keys, frame as Frame, () => label);
    if (!ours) throw new Error(`${name}: nothing was sealed`);
    const read = other.openPacket(otherKeys, topic, ours.bytes);
    same(
      `${name}, read by the other`,
      read.content,
      other.openPacket(otherKeys, topic, bytesOf(packet)).content,
    );
    const again = other.sealPacket(otherKeys, topic, read.nonce, read.kind, read.content);
    same(`${name}, sealed by the other`, ours.bytes, again);
    if (!('sig' in frame)) continue;
    const { sig: _, ...claim } = frame;
    same(`${name}, its signature`, await signFrame(ada, keys, claim), frame);
    same(`${name}, checked`, await isFrameSigned(keys, frame), true);
  }
  for (const { content, topic, packet } of vectors.lengths) {
    const opened = await openPacket(keys, topic, bytesOf(packet));
    same('a length', opened, { kind: 1, bytes: bytesOf(content) });
    const sealed = await sealPacket(keys, topic, { kind: 1, bytes: bytesOf(content) });
    same('a length, read by the other', other.openPacket(otherKeys, topic, sealed).content, bytesOf(content));
  }
  const parts = opener(keys);
  const read = [];
  for (const { topic, packet } of [...vectors.parts.packets].reverse())
    read.push(await parts.open(topic, bytesOf(packet)));
  same('parts', read.at(-1), vectors.parts.frame);
  same(
    'parts before the last',
    read.slice(0, -1).every((one) => one === null),
    true,
  );

  same('a secret', await openSecret(space, secret, bo, vectors.secretForBo), secret);
  const forBo = await sealSecret(space, secret, vectors.devices.bo);
  const secretLabel = `circlekeeper epoch secret 1\n${space}\n${epoch}\n${id}`;
  same('a secret, opened by the other', other.openTo(otherBo, secretLabel, forBo), secret.secret);

  for (const { text, purpose, key, expiresAt, relays } of vectors.invitations) {
    const invitation = readInvitation(text);
    const kind = PURPOSES.find((one) => one === purpose);
    if (!invitation.ok || !kind) throw new Error(`the invitation ${text} cannot be read`);
    same('an invitation', invitation.invitation, {
      purpose: kind,
      key: other.unhex(key),
      expiresAt,
      relays,
    });
    same('an invitation, written', writeInvitation(invitation.invitation), text);
  }
  for (const { purpose, ...wanted } of [vectors.invite, vectors.inviteDevice]) {
    const key = new Uint8Array(other.unhex(vectors.invitations[0]?.key ?? ''));
    const kind = purpose === 'circle' ? 'circle' : 'device';
    const { id: ours, prefix, newcomer, steward } = await inviteKeys({ purpose: kind, key });
    same('keys of an invitation', { id: ours, prefix, newcomer, steward }, wanted);
  }

  const { steward, newcomer, commit, together, code, grant, said } = vectors.handshake;
  const invite = vectors.invite.id;
  same('commitment', commitTo(invite, newcomer), commit);
  same('together', togetherOf(invite, steward, newcomer), together);
  same('code', codeOf(together), code);
  for (const { said: one, bytes } of said) {
    same(`${one.say}, read`, await readSaid(invite, bytesOf(bytes)), one);
    const device = 'author' in one && one.author === bo.author ? bo : ada;
    same(`${one.say}, written`, await writeSaid(invite, device, one as Said), bytesOf(bytes));
  }
  const wanted = { ...grant, secrets: [secret] };
  const sealed = said.map(({ said: one }) => ('sealed' in one ? one.sealed : undefined)).find(Boolean) ?? '';
  same('a grant', await openGrant(bo, together, 'circle', sealed), wanted);
  const ours = await sealGrant(newcomer, together, wanted as Parameters<typeof sealGrant>[2]);
  const opened = other.openTo(otherBo, `circlekeeper grant 1\n${together}`, ours);
  same('a grant, opened by the other', JSON.parse(new TextDecoder().decode(opened)), grant);
}
