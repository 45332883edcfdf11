import { extensionName, extensionsOf, LONG_NAME, type SentExtension, sentExtension } from './event-view.ts';
import { checkMatch } from './events.ts';
import type { Pointed } from './ids.ts';
import { replaceItem, withException } from './mailbox.ts';
import { badProperty, badRequest, GraphProblem, notFound } from './problem.ts';
import type { Account, Item, Mailbox, OpenExtensions, World } from './state.ts';

type Data = Readonly<Record<string, unknown>>;

const isPrimitive = (value: unknown) =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** The own properties of an extension: primitives or lists of them, no more than a few thousand bytes. */
function readData(world: World, body: Readonly<Record<string, unknown>>, before: Data): Data {
  const data: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(body)) {
    if (name.startsWith('@') || name === 'extensionName' || name === 'id') continue;
    if (value === null) delete data[name];
    else if (isPrimitive(value) || (Array.isArray(value) && value.every(isPrimitive))) data[name] = value;
    else
      throw badRequest(`The property '${name}' of an open extension must be a primitive or a list of them.`);
  }
  if (new TextEncoder().encode(JSON.stringify(data)).length > world.limits.extensionBytes)
    throw new GraphProblem(400, 'ErrorExtensionSizeExceeded', 'The extension is too large.');
  return data;
}

/** Reads an extension out of a body: its name and what it holds. */
export function readExtension(world: World, mailbox: Mailbox, value: unknown): [string, Data] {
  const body = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  if (!/^#?microsoft\.graph\.openTypeExtension$/i.test(String(body['@odata.type'])))
    throw badRequest("The '@odata.type' of an open extension must be microsoft.graph.openTypeExtension.");
  const name = body.extensionName;
  if (typeof name !== 'string' || name === '') throw badProperty('extensionName is required.');
  if (/^com\.(microsoft|onmicrosoft)\b/i.test(name))
    throw badProperty("Don't use the Microsoft domain in an extension name.");
  if (!mailbox.propertyNames.has(name) && mailbox.propertyNames.size >= world.limits.propertyNames)
    throw new GraphProblem(400, 'ErrorQuotaExceeded', 'The quota of named properties is exhausted.');
  const data = readData(world, body, {});
  mailbox.propertyNames.add(name);
  return [name, data];
}

export interface ExtensionRequest {
  method: string;
  /** Within the address, empty for the collection. */
  id: string;
  body: Readonly<Record<string, unknown>>;
  ifMatch: string | null;
}

/** `/me/events/{id}/extensions` and what is below. Nobody is mailed: extensions stay in the mailbox. */
export function answerExtensions(
  world: World,
  account: Account,
  pointed: Pointed,
  request: ExtensionRequest,
): { status: number; body: SentExtension | { value: SentExtension[] } | null } {
  const { item, original } = pointed;
  const name = extensionName(request.id);
  const extensions = new Map(extensionsOf(item, original));
  const found = extensions.get(name);
  checkMatch(item, request.ifMatch);
  switch (request.method) {
    case 'GET':
      if (request.id === '')
        return {
          status: 200,
          body: { value: [...extensions].map(([one, data]) => sentExtension(one, data)) },
        };
      if (!found) throw notFound();
      return { status: 200, body: sentExtension(name, found) };
    case 'POST': {
      const [made, data] = readExtension(world, account.mailbox, request.body);
      if (extensions.has(made))
        throw new GraphProblem(409, 'ErrorItemAlreadyExists', 'An extension of this name is already there.');
      store(world, account, item, original, extensions.set(made, data));
      // The two references differ: what is created names itself in Graph's way, what is read in Outlook's.
      return {
        status: 201,
        body: { ...sentExtension(made, data), id: `microsoft.graph.openTypeExtension.${made}` },
      };
    }
    case 'PATCH': {
      if (!found) throw notFound();
      const data = readData(world, request.body, found);
      store(world, account, item, original, extensions.set(name, data));
      return { status: 200, body: { ...sentExtension(name, data), id: `${LONG_NAME}${name}` } };
    }
    case 'DELETE':
      if (!found) throw notFound();
      extensions.delete(name);
      store(world, account, item, original, extensions);
      return { status: 204, body: null };
    default:
      throw new GraphProblem(405, 'ErrorInvalidRequest', 'The method is not allowed.');
  }
}

function store(
  world: World,
  account: Account,
  item: Item,
  original: number | null,
  extensions: OpenExtensions,
): void {
  replaceItem(
    world,
    account.mailbox,
    original === null ? { ...item, extensions } : withException(item, original, { extensions }),
  );
}
