import { fromText, toText } from '../../lib/share/bytes.ts';
import type { Grant } from '../../lib/share/invite/grant.ts';

/** A grant as text, as pages and tests hand it to each other. */
export interface SentGrant extends Omit<Grant, 'secrets'> {
  secrets: readonly { epoch: number; id: string; secret: string }[];
}

export const sentGrant = (grant: Grant): SentGrant => ({
  ...grant,
  secrets: grant.secrets.map((one) => ({ ...one, secret: toText(one.secret) })),
});

/** The grant again. Throws when it is none. */
export const grantOf = (sent: SentGrant): Grant => ({
  ...sent,
  secrets: sent.secrets.map((one) => {
    const secret = fromText(one.secret, 32);
    if (!secret) throw new Error('no secret');
    return { ...one, secret };
  }),
});
