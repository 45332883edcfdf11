import { extensionName, type Preferences, type SentEvent } from './event-view.ts';
import { badRequest, GraphProblem } from './problem.ts';
import { isZone } from './zones.ts';

/** Reads `Prefer`. A zone that is not known is a 400; what is not known otherwise is left alone (RFC 7240). */
export function readPreferences(header: string | null): Preferences {
  const prefer: Preferences = { timeZone: 'UTC', bodyType: 'html', immutable: false, pageSize: null };
  for (const found of (header ?? '').matchAll(/([\w.-]+)\s*=\s*(?:"([^"]*)"|([^",;\s]+))/g)) {
    const value = found[2] ?? found[3] ?? '';
    switch (found[1]?.toLowerCase()) {
      case 'outlook.timezone':
        if (!isZone(value))
          throw new GraphProblem(
            400,
            'TimeZoneNotSupportedException',
            `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${value}'.`,
          );
        prefer.timeZone = value;
        break;
      case 'outlook.body-content-type':
        prefer.bodyType = value.toLowerCase() === 'text' ? 'text' : 'html';
        break;
      case 'idtype':
        prefer.immutable = value === 'ImmutableId';
        break;
      case 'odata.maxpagesize':
        prefer.pageSize = Math.min(1000, Math.max(1, Number.parseInt(value, 10) || 1));
        break;
      default:
    }
  }
  return prefer;
}

/** What a list may be asked with; everything else that begins with a dollar sign is a 400. */
const LIST = new Set(['$select', '$top', '$skip', '$filter', '$orderby', '$expand', '$count']);
const ONE = new Set(['$select', '$expand']);

export function checkQuery(query: ReadonlyMap<string, string>, kind: 'list' | 'one' | 'none'): void {
  const known = kind === 'list' ? LIST : kind === 'one' ? ONE : new Set<string>();
  for (const name of query.keys())
    if (name.startsWith('$') && !known.has(name))
      throw badRequest(`The query parameter '${name}' is not supported here.`);
}

/** Only the chosen properties, with id and annotations always there. A property that is unknown is a 400. */
export function select<T extends object>(
  value: T,
  query: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
  type: string,
): Partial<T> {
  const chosen = query
    .get('$select')
    ?.split(',')
    .map((name) => name.trim());
  if (!chosen) return value;
  for (const name of chosen)
    if (!known.has(name))
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
      );
  const kept = Object.entries(value).filter(
    ([name]) => name.startsWith('@') || name === 'id' || name === 'extensions' || chosen.includes(name),
  );
  return Object.fromEntries(kept) as Partial<T>;
}

/** The name of the extension that `$expand=extensions($filter=id eq '…')` asks for; without a filter it is refused. */
export function expandedExtension(query: ReadonlyMap<string, string>): string | null {
  const expand = query.get('$expand');
  if (expand === undefined) return null;
  const found = /^extensions\(\$filter=id eq '([^']+)'\)$/i.exec(expand.trim());
  // Known trouble of the real service: microsoft-graph-docs 15391, msgraph-sdk-dotnet 1540.
  if (!found) throw new GraphProblem(400, 'ErrorInvalidRequest', 'The OData request is not supported.');
  return extensionName(found[1] ?? '');
}

type Test = (event: SentEvent, extensions: ReadonlySet<string>) => boolean;

/** `$filter` in the few forms that calendars are asked with; others are a 400. */
export function readFilter(text: string | undefined): Test {
  if (text === undefined) return () => true;
  const tests = text.split(/ and (?=(?:[^']*'[^']*')*[^']*$)/).map((part): Test => {
    const any = /^extensions\/any\(\w+:\s*\w+\/id eq '([^']+)'\)$/i.exec(part.trim());
    if (any) return (_, extensions) => extensions.has(extensionName(any[1] ?? ''));
    const same = /^(iCalUId|seriesMasterId|subject|type|isCancelled) eq (?:'([^']*)'|(true|false))$/.exec(
      part.trim(),
    );
    if (same) {
      const name = same[1] as 'iCalUId' | 'seriesMasterId' | 'subject' | 'type' | 'isCancelled';
      return (event) => String(event[name]) === (same[2] ?? same[3]);
    }
    const time = /^(start|end)\/dateTime (ge|gt|le|lt) '([^']+)'$/.exec(part.trim());
    if (!time)
      throw new GraphProblem(400, 'ErrorInvalidUrlQueryFilter', 'The query filter contains invalid nodes.');
    const limit = Date.parse(/Z$/.test(time[3] ?? '') ? (time[3] ?? '') : `${time[3]}Z`);
    return (event) => {
      const value = Date.parse(`${event[time[1] === 'start' ? 'start' : 'end']?.dateTime?.slice(0, 23)}Z`);
      if (time[2] === 'ge') return value >= limit;
      if (time[2] === 'gt') return value > limit;
      return time[2] === 'le' ? value <= limit : value < limit;
    };
  });
  return (event, extensions) => tests.every((test) => test(event, extensions));
}

/** `$orderby` by start, end, subject or change; others are a 400. */
export function readOrder(text: string | undefined): ((a: SentEvent, b: SentEvent) => number) | null {
  if (text === undefined) return null;
  const found =
    /^(start\/dateTime|end\/dateTime|subject|lastModifiedDateTime|createdDateTime)(?: (asc|desc))?$/.exec(
      text,
    );
  if (!found) throw badRequest(`The order '${text}' is not supported.`);
  const key = (event: SentEvent): string => {
    switch (found[1]) {
      case 'start/dateTime':
        return event.start?.dateTime ?? '';
      case 'end/dateTime':
        return event.end?.dateTime ?? '';
      case 'subject':
        return event.subject ?? '';
      default:
        return event.lastModifiedDateTime ?? '';
    }
  };
  const sign = found[2] === 'desc' ? -1 : 1;
  return (a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}
