import { isOffered } from '../circle/agreement.ts';
import type { Format } from '../meeting/format.ts';
import { type FormatFileProblem, readFormatFile } from '../meeting/formats/format-file.ts';
import { isRelayAddress, type Relay } from '../share/invite/invitation.ts';
import { readAddress } from '../share/transport/socket.ts';

/** What a programme may set for its members: docs/managed.md and public/managed-schema.json. */
const KNOWN = [
  'googleClientId',
  'microsoftClientId',
  'microsoftTenant',
  'relays',
  'agreement',
  'formats',
] as const;

/** What is read of each list, and of a text, at most. */
export const MOST = { relays: 10, agreement: 20, formats: 20, name: 100, item: 500 } as const;

/** Why something that was set does not count; `at`: the key, and which of a list, from 1. */
export interface ProgrammeProblem {
  at: string;
  why:
    | 'unknown'
    | 'text'
    | 'list'
    | 'tooMany'
    | 'tooLong'
    | 'address'
    | 'tenant'
    | 'double'
    | FormatFileProblem;
}

/** A relay that is offered. Nothing is sent to it before a member chooses it. */
export interface OfferedRelay {
  /** Its place in the list, which tells two of one name apart. */
  id: string;
  name: string;
  /** One address, or two, the preferred one first. */
  relays: readonly Relay[];
}

export interface Programme {
  /** Which of the calendar services' clients it set. */
  clients: readonly ('googleClientId' | 'microsoftClientId' | 'microsoftTenant')[];
  relays: readonly OfferedRelay[];
  agreement: readonly string[];
  formats: readonly Format[];
  problems: readonly ProgrammeProblem[];
}

type Report = (at: string, why: ProgrammeProblem['why']) => null;

/** Reads what a programme set. What is wrong is told, and the rest holds. */
export function readProgramme(set: Readonly<Record<string, unknown>>): Programme {
  const problems: ProgrammeProblem[] = [];
  const report: Report = (at, why) => {
    problems.push({ at, why });
    return null;
  };
  for (const key of Object.keys(set))
    if (!(KNOWN as readonly string[]).includes(key)) report(key.slice(0, MOST.name), 'unknown');
  const clients = (['googleClientId', 'microsoftClientId', 'microsoftTenant'] as const).filter((key) => {
    if (set[key] === undefined) return false;
    const text = readText(set[key], key, MOST.item, report);
    if (text === null) return false;
    return key !== 'microsoftTenant' || /^[\w.-]+$/.test(text) || report(key, 'tenant') !== null;
  });
  const list = <T>(key: 'relays' | 'agreement' | 'formats', read: (one: unknown, at: string) => T | null) =>
    readList(set[key], key, report).flatMap((one, i) => read(one, `${key} ${i + 1}`) ?? []);
  const taken = new Set<string>();
  return {
    clients,
    relays: list('relays', (one, at) => readRelay(one, at, report)),
    agreement: list('agreement', (one, at) => {
      const words = readText(one, at, MOST.item, report);
      if (words === null) return null;
      if (taken.has(words) || isOffered(words)) return report(at, 'double');
      taken.add(words);
      return words;
    }),
    formats: list('formats', (one, at) => {
      // Chrome and Edge let through only what their schema names, so there a format is the text of its file.
      const read = readFormatFile(
        typeof one === 'string' ? one : String(JSON.stringify(one)),
        `programme:${at}`,
      );
      return read.ok ? read.format : report(at, read.problem);
    }),
    problems,
  };
}

function readList(given: unknown, key: 'relays' | 'agreement' | 'formats', report: Report): unknown[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) return report(key, 'list') ?? [];
  if (given.length > MOST[key]) report(key, 'tooMany');
  return given.slice(0, MOST[key]);
}

function readText(given: unknown, at: string, most: number, report: Report): string | null {
  const text = typeof given === 'string' ? given.trim() : '';
  if (text === '') return report(at, 'text');
  return text.length > most ? report(at, 'tooLong') : text;
}

function readRelay(given: unknown, at: string, report: Report): OfferedRelay | null {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return report(at, 'address');
  const fields: Readonly<Record<string, unknown>> = { ...given };
  const strange = Object.keys(fields).find((key) => !['name', 'address', 'second'].includes(key));
  if (strange !== undefined) return report(`${at}, ${strange.slice(0, MOST.name)}`, 'unknown');
  const first = readRelayAddress(fields.address);
  if (!first) return report(`${at}, address`, 'address');
  const second = fields.second === undefined ? null : readRelayAddress(fields.second);
  if (fields.second !== undefined && !second) return report(`${at}, second`, 'address');
  const name =
    fields.name === undefined
      ? new URL(first.address).host
      : readText(fields.name, `${at}, name`, MOST.name, report);
  return name === null ? null : { id: at, name, relays: second ? [first, second] : [first] };
}

/** An address that a circle can use; null otherwise. */
function readRelayAddress(given: unknown): Relay | null {
  if (typeof given !== 'string') return null;
  try {
    const { href } = readAddress(given);
    return isRelayAddress(href) ? { kind: 'mqtt', address: href } : null;
  } catch {
    return null;
  }
}
