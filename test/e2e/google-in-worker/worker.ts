import { calendar } from '@googleapis/calendar';
import { OAuth2Client } from 'google-auth-library';
import { googleClient } from '../../../lib/calendar/google/google-client.ts';
import { googleSignIn } from '../../../lib/calendar/google/sign-in.ts';

/**
 * A background worker with nothing in it but Google's client, bare and as `lib/calendar/google` uses it. The test
 * speaks to it from outside.
 */
Object.assign(globalThis, { calendar, OAuth2Client, googleClient, googleSignIn });
