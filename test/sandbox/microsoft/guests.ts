import type { ResponseType } from '@microsoft/microsoft-graph-types';
import { contentOf, newCore, removeItem, replaceItem, withException } from './mailbox.ts';
import type { Account, Content, Item, Mail, World } from './state.ts';

/** Changes that stay with oneself: no guest hears of them. */
const PERSONAL = new Set([
  'categories',
  'isReminderOn',
  'reminderMinutesBeforeStart',
  'showAs',
  'sensitivity',
  'importance',
]);

const addresses = (content: Content) =>
  content.attendees.flatMap((one) => (one.emailAddress?.address ? [one.emailAddress.address] : []));

function mail(world: World, item: Item, kind: Mail['kind'], to: readonly string[], subject: string): void {
  if (to.length > 0)
    world.mails.push({ from: item.organizer.address ?? '', to, kind, subject, at: world.now() });
}

/**
 * Who is mailed after the organiser's change (event-update): of attendees alone, those who are new or gone; of
 * anything else but personal properties, everybody. A series' own exceptions each get a mail of their own.
 */
export function mailGuests(
  world: World,
  before: Content | null,
  item: Item,
  original: number | null,
  named: readonly string[],
): void {
  if (!item.isOrganizer) return;
  const after = contentOf(item, original);
  const now = addresses(after);
  const earlier = before ? addresses(before) : [];
  const added = now.filter((one) => !earlier.includes(one));
  const gone = earlier.filter((one) => !now.includes(one));
  if (before === null) mail(world, item, 'invitation', now, after.subject);
  else if (named.length > 0 && named.every((name) => name === 'attendees')) {
    mail(world, item, 'invitation', added, after.subject);
    mail(world, item, 'cancellation', gone, after.subject);
  } else if (named.some((name) => !PERSONAL.has(name))) {
    mail(world, item, 'update', now, after.subject);
    mail(world, item, 'cancellation', gone, after.subject);
    if (original === null)
      for (const date of item.exceptions.keys()) {
        const content = contentOf(item, date);
        mail(world, item, 'update', addresses(content), content.subject);
      }
  } else return;
  deliver(world, item);
}

/** Lays the organiser's meeting into the mailboxes of guests who are accounts here, over what they had. */
export function deliver(world: World, item: Item): void {
  const invited = new Set(addresses(item.content).map((one) => one.toLowerCase()));
  for (const guest of world.accounts.values()) {
    if (guest.email === item.organizer.address) continue;
    const copy = copyOf(guest, item);
    const status = item.content.attendees.find(
      (one) => one.emailAddress?.address?.toLowerCase() === guest.email,
    )?.status?.response;
    if (!invited.has(guest.email)) {
      if (copy)
        replaceItem(world, guest.mailbox, { ...copy, content: { ...copy.content, isCancelled: true } });
      continue;
    }
    const calendar = [...guest.mailbox.calendars.values()].find((one) => one.isDefault);
    if (!calendar) continue;
    const own = copy?.content;
    replaceItem(world, guest.mailbox, {
      ...item,
      core: copy?.core ?? newCore(world, guest.mailbox),
      calendarId: copy?.calendarId ?? calendar.id,
      moves: copy?.moves ?? 0,
      created: copy?.created ?? world.now(),
      isOrganizer: false,
      extensions: copy?.extensions ?? new Map(),
      exceptions: new Map(
        [...item.exceptions].map(([date, { change }]) => [
          date,
          { change, extensions: copy?.exceptions.get(date)?.extensions ?? new Map() },
        ]),
      ),
      content: {
        ...item.content,
        categories: own?.categories ?? [],
        isReminderOn: own?.isReminderOn ?? true,
        reminderMinutesBeforeStart: own?.reminderMinutesBeforeStart ?? 15,
        showAs: own?.showAs ?? 'tentative',
        response: !status || status === 'none' ? 'notResponded' : status,
      },
    });
  }
}

export function copyOf(guest: Account, item: Item): Item | undefined {
  return [...guest.mailbox.items.values()].find((one) => one.globalId === item.globalId);
}

/** The organiser calls a meeting off: guests are mailed and keep a cancelled copy. */
export function callOff(world: World, item: Item): void {
  if (!item.isOrganizer) return;
  mail(world, item, 'cancellation', addresses(item.content), `Canceled: ${item.content.subject}`);
  for (const guest of world.accounts.values()) {
    const copy = guest.email === item.organizer.address ? undefined : copyOf(guest, item);
    if (!copy) continue;
    const { content } = copy;
    replaceItem(world, guest.mailbox, {
      ...copy,
      content: { ...content, subject: `Canceled: ${content.subject}`, isCancelled: true, showAs: 'free' },
    });
  }
}

/** A guest answers. The organiser's copy shows it; a declined meeting leaves the guest's calendar unless kept. */
export function respond(
  world: World,
  guest: Account,
  copy: Item,
  original: number | null,
  response: ResponseType,
  keep: boolean,
): void {
  const time = new Date(world.now()).toISOString();
  const mark = (content: Content): Content => ({
    ...content,
    attendees: content.attendees.map((one) =>
      one.emailAddress?.address?.toLowerCase() === guest.email ? { ...one, status: { response, time } } : one,
    ),
  });
  const apply = (item: Item, own: boolean): Item => {
    const content = mark(contentOf(item, original));
    const change = own ? { attendees: content.attendees, response } : { attendees: content.attendees };
    return original === null
      ? { ...item, content: { ...item.content, ...change } }
      : withException(item, original, { change });
  };
  const host = [...world.accounts.values()].find(
    (one) => one.email === copy.organizer.address?.toLowerCase(),
  );
  const meeting = host ? copyOf(host, copy) : undefined;
  if (host && meeting) replaceItem(world, host.mailbox, apply(meeting, false));
  if (copy.organizer.address)
    world.mails.push({
      from: guest.email,
      to: [copy.organizer.address],
      kind: 'response',
      subject: copy.content.subject,
      at: world.now(),
    });
  if (response === 'declined' && !keep && original === null) removeItem(guest.mailbox, copy);
  else replaceItem(world, guest.mailbox, apply(copy, true));
}
