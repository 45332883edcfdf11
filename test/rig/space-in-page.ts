/** What tests call in a page of the extension: the product's own functions, put there as `spaceRig`. */
import type { Party } from '../../lib/share/invite/code.ts';
import { makeKeys, type NewKeys } from '../../lib/share/keys.ts';
import { database } from '../../lib/store/database.ts';
import { arrive, letIn } from '../../lib/store/let-in.ts';
import { grantOf, type SentGrant, sentGrant } from './sent-grant.ts';

let device: NewKeys | undefined;

/** Every table that is shown of a space. */
const SHOWN = ['circles', 'contracts', 'meetings', 'members', 'parked'] as const;

const spaceRig = {
  /** New keys for this profile, kept in the page until it arrives. */
  async party(_: null): Promise<Party> {
    device ??= await makeKeys();
    return { author: device.author, box: device.boxPublic, nonce: '' };
  },
  /** As a steward who has compared the code. */
  letIn: async (asked: { space: string; member: string; party: Party }): Promise<SentGrant> =>
    sentGrant(await letIn(database(), asked.space, asked.member, asked.party)),
  async arrive(sent: SentGrant): Promise<null> {
    if (!device) throw new Error('this profile has no keys');
    await arrive(database(), device, grantOf(sent));
    return null;
  },
  /** Rows of a space as they are stored, by table and id. */
  async rows(space: string): Promise<[string, { id: string }[]][]> {
    const db = database();
    return Promise.all(
      SHOWN.map(async (name): Promise<[string, { id: string }[]]> => {
        const rows: { id: string; log?: string }[] = await db.table(name).toArray();
        return [name, rows.filter((row) => (row.log ?? row.id) === space)];
      }),
    );
  },
};

export type SpaceRig = typeof spaceRig;
Object.assign(globalThis, { spaceRig });
