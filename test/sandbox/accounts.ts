import { EXTENSION_ID } from '../rig/launch.ts';
import { addressOf, ME, type SandboxCalendar, type SandboxEvent } from './calendar.ts';
import { googleStandIn } from './google/stand-in.ts';
import { microsoftStandIn } from './microsoft/microsoft-stand-in.ts';
import type { Sandbox } from './server.ts';

/** Clients that both stand-ins know; the sandbox's build brings them, as a store's would bring its own. */
export const SANDBOX_CLIENTS = {
  WXT_GOOGLE_CLIENT_ID: 'sandbox.apps.googleusercontent.com',
  WXT_MICROSOFT_CLIENT_ID: '5a5a5a5a-0000-4000-8000-5a5a5a5a5a5a',
};

/**
 * Chen Wu's week as an account at Google holds it, and an empty one at Microsoft, under the real host names.
 * @param redirectUris where they lead back to; the sandbox's Chromium by default.
 */
export function mountAccounts(
  sandbox: Sandbox,
  now: () => number = Date.now,
  redirectUris: string[] = [`https://${EXTENSION_ID}.chromiumapp.org/`],
): void {
  const google = googleStandIn({ now });
  const microsoft = microsoftStandIn({
    now,
    clients: [{ id: SANDBOX_CLIENTS.WXT_MICROSOFT_CLIENT_ID, name: 'Circlekeeper', redirectUris }],
  });
  google.control.clients.add({ id: SANDBOX_CLIENTS.WXT_GOOGLE_CLIENT_ID, redirectUris });
  google.control.accounts.add({ email: ME, name: 'Chen Wu', zone: sandbox.calendar.zone });
  for (const event of sandbox.calendar.events) put(google, sandbox.calendar, event);
  microsoft.control.accounts.add({ email: ME, name: 'Chen Wu' });
  for (const service of [google, microsoft])
    for (const host of service.hosts) sandbox.mount(host, service.handle);
}

function put(google: ReturnType<typeof googleStandIn>, { zone }: SandboxCalendar, event: SandboxEvent): void {
  const { uid, title, start, minutes, rule, guests = [], call, description, location, allDay } = event;
  google.control.events.put(ME, {
    iCalUID: uid,
    summary: title,
    start: allDay
      ? Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone).toPlainDate().toString()
      : start,
    ...(allDay ? {} : { minutes }),
    zone,
    ...(rule ? { rule } : {}),
    ...(description ? { description } : {}),
    ...(location ? { location } : {}),
    ...(call ? { meet: call } : {}),
    guests: guests
      .filter((name) => addressOf(name) !== ME)
      .map((name) => ({ email: addressOf(name), displayName: name })),
  });
}
