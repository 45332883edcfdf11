import { googleClient } from '../calendar/google/google-client.ts';
import { googleSignIn } from '../calendar/google/sign-in.ts';
import { microsoftClient } from '../calendar/microsoft/client.ts';
import { microsoftSignInAt } from '../calendar/microsoft/sign-in.ts';
import type { Provider, SignInWorld } from '../calendar/sync/provider.ts';
import type { AccountWorld, Service } from '../store/account-client.ts';
import { clientIdOf, microsoftTenant } from './client-ids.ts';
import { clock } from './clock.ts';
import { maySendToCalendars } from './data-leave.ts';
import { mayReachService } from './services.ts';
import { signInWorld } from './sign-in.ts';

const now = () => clock.now();

/** Accounts as they are in the background: both services, the browser's sign-in window, its leaves and its locks. */
export const accountWorld = (fetch: SignInWorld['fetch']): AccountWorld => ({
  service: (provider, tenant) => serviceOf(provider, tenant, fetch),
  signIn: (provider) => signInWorld(provider, fetch),
  async appClient(provider) {
    const client = await clientIdOf(provider);
    const tenant = provider === 'microsoft' ? await microsoftTenant() : 'common';
    return client && { clientId: client.id, tenant };
  },
  mayReach: mayReachService,
  maySend: maySendToCalendars,
  locks: navigator.locks,
});

function serviceOf(provider: Provider, tenant: string, fetch: SignInWorld['fetch']): Service {
  switch (provider) {
    case 'google':
      return { signIn: googleSignIn, client: (tokens) => googleClient({ fetch, tokens, now }) };
    case 'microsoft':
      return {
        signIn: microsoftSignInAt(tenant),
        client: (tokens) => microsoftClient({ fetch, tokens, now }),
      };
    default:
      return provider satisfies never;
  }
}
