import type { Control } from './control.ts';
import type { Entra } from './entra.ts';
import { type Account, guid, type Mailbox, opaque, type StoredCalendar, type World } from './state.ts';

/** The tenant of all personal accounts. */
const CONSUMERS = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** People with their mailboxes, and what they agreed to. */
export function makeAccounts(world: World, entra: Entra): Control['accounts'] {
  const get = (email: string): Account => {
    const found = world.accounts.get(email.toLowerCase());
    if (!found) throw new Error(`no account ${email}`);
    return found;
  };
  const addCalendar = (account: Account, name: string, rest: Partial<StoredCalendar>): StoredCalendar => {
    const calendar: StoredCalendar = {
      id: `AAMkAGVm${opaque(`${account.email} calendar ${world.next()}`, 40)}AAA=`,
      name,
      isDefault: false,
      canEdit: true,
      hexColor: '',
      owner: { name: account.name, address: account.email },
      version: account.mailbox.version,
      ...rest,
    };
    account.mailbox.calendars.set(calendar.id, calendar);
    return calendar;
  };
  return {
    get,
    add({ email: written, name, kind = 'work', adminConsentOnly = false, zone = 'UTC' }) {
      const email = written.toLowerCase();
      const mailbox: Mailbox = {
        email,
        version: 0,
        calendars: new Map(),
        items: new Map(),
        states: new Map(),
        gone: [],
        propertyNames: new Set(),
      };
      const tenantId = kind === 'personal' ? CONSUMERS : guid(`tenant ${email.split('@')[1]}`);
      const account: Account = {
        email,
        name: name ?? email.split('@')[0] ?? email,
        oid: guid(`person ${email}`),
        tenant: { id: tenantId, kind, adminConsentOnly },
        mailbox,
        zone,
        consents: new Map(),
      };
      world.accounts.set(email, account);
      addCalendar(account, 'Calendar', { isDefault: true });
      return account;
    },
    addCalendar: (email, { name, canEdit = true, hexColor = '' }) =>
      addCalendar(get(email), name, { canEdit, hexColor }),
    removeCalendar(email, calendarId) {
      const { mailbox } = get(email);
      mailbox.calendars.delete(calendarId);
      for (const item of [...mailbox.items.values()])
        if (item.calendarId === calendarId) mailbox.items.delete(item.core);
    },
    consent(email, clientId, scopes) {
      const { consents } = get(email);
      consents.set(clientId, new Set([...(consents.get(clientId) ?? []), ...scopes]));
    },
    withdraw(email, clientId) {
      get(email).consents.delete(clientId);
      entra.tokens.revoke(email.toLowerCase());
    },
    signOut(email) {
      if (email === undefined) entra.sessions.clear();
      else entra.sessions.delete(email.toLowerCase());
    },
  };
}
