import { calendar } from '@googleapis/calendar';
import { OAuth2Client } from 'google-auth-library';

/** What Google's own packages cost, with nothing of ours around them. */
Object.assign(globalThis, { calendar, OAuth2Client });
