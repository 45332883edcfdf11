import { readVtimezone } from './vtimezone.ts';
import { windowsZone } from './windows-zones.ts';
import { ianaZone, type Zone } from './zone.ts';

/** Custom zones kept for one file; a calendar names a handful. */
const MAX_CUSTOM = 500;

/** Finds the zone behind the names of one calendar file. */
export class ZoneResolver {
  readonly #texts = new Map<string, string>();
  readonly #found = new Map<string, Zone | null>();
  readonly #named = new Map<string, Zone | null>();
  readonly #local: Zone;
  #calendar: Zone | null = null;

  /** `local` is the zone of this computer, for times that float in a calendar that names no zone. */
  constructor(local: Zone) {
    this.#local = local;
  }

  /** The zone of `X-WR-TIMEZONE`; the first one counts. */
  setCalendarZone(name: string): void {
    this.#calendar ??= this.named(name);
  }

  /** Takes the text of a VTIMEZONE, to be read only if it is needed. */
  addVtimezone(text: string): void {
    const tzid = /^TZID[^:\r\n]*:(.*)$/im.exec(text)?.[1]?.trim();
    if (tzid && !this.#texts.has(tzid) && this.#texts.size < MAX_CUSTOM) {
      this.#texts.set(tzid, text);
      this.#found.delete(tzid);
    }
  }

  /** For times that float. */
  get floating(): Zone {
    return this.#calendar ?? this.#local;
  }

  /**
   * The zone of a TZID once the whole file is known. A well-known name beats the VTIMEZONE beside it: those are
   * often out of date, and the platform's data is not. An unknown name takes its VTIMEZONE; without one it floats.
   */
  resolve(tzid: string): Zone {
    if (tzid === '') return this.floating;
    let zone = this.#found.get(tzid);
    if (zone === undefined) {
      zone = this.named(tzid) ?? this.#custom(tzid);
      this.#found.set(tzid, zone);
    }
    return zone ?? this.floating;
  }

  /** The zone a name stands for without any VTIMEZONE, or null; may be asked before the file has been read. */
  named(tzid: string): Zone | null {
    let zone = this.#named.get(tzid);
    if (zone === undefined) {
      zone = zoneByName(tzid);
      this.#named.set(tzid, zone);
    }
    return zone;
  }

  #custom(tzid: string): Zone | null {
    const text = this.#texts.get(tzid);
    const custom = text === undefined ? null : readVtimezone(text);
    if (!custom) return offsetZone(tzid);
    return (custom.location ? zoneByName(custom.location) : null) ?? custom.zone ?? offsetZone(tzid);
  }
}

/** What a zone's name says by itself: IANA, Windows, prefixed, or the label that Outlook shows. */
function zoneByName(written: string): Zone | null {
  const name = written.trim().replace(/^"|"$/g, '');
  if (name === '' || name.length > 200) return null;
  const direct = ianaZone(name);
  if (direct) return direct;
  if (/^(z|utc|tzone:\/\/microsoft\/utc|coordinated universal time)$/i.test(name)) return ianaZone('UTC');
  const windows = windowsZone(name);
  if (windows) return ianaZone(windows);
  return prefixed(name) ?? labelled(name);
}

/** `/freeassociation.sourceforge.net/Europe/Berlin`, `/mozilla.org/20050126_1/America/Argentina/Ushuaia`, `DE: Europe/Berlin`. */
function prefixed(name: string): Zone | null {
  const parts = name.split(/[/:]\s*/);
  for (let take = Math.min(3, parts.length - 1); take >= 2; take--) {
    const zone = ianaZone(parts.slice(-take).join('/'));
    if (zone) return zone;
  }
  return null;
}

/** `(UTC+01:00) Amsterdam, Berlin, Bern, Rome`, `(UTC-05:00) Eastern Time (US & Canada)`, `(GMT) London`. */
function labelled(name: string): Zone | null {
  const found = /^\((?:UTC|GMT)\s*([+-]\d\d?[:.]?\d\d)?\)\s*(.+)$/i.exec(name);
  const label = found?.[2];
  if (!label) return null;
  const offset = found[1] ? readOffset(found[1]) : 0;
  const region = label.replace(/(?<!\s)\s*\((us & canada|us and canada|canada)\)/i, '');
  const asWindows = windowsZone(
    region.replace(/ time$/i, ' Standard Time').replace(/ time \(/i, ' Standard Time ('),
  );
  for (const candidate of [asWindows, ...label.split(/[,;]/).map(cityZone)]) {
    const zone = candidate ? ianaZone(candidate) : null;
    if (zone && offset !== null && usualOffset(zone) === offset) return zone;
  }
  return null;
}

/** The offset outside summer time, which is the one a label shows: the smaller of January's and July's of 2025. */
function usualOffset(zone: Zone): number {
  return Math.min(zone.offsetAt(Date.UTC(2025, 0, 1)), zone.offsetAt(Date.UTC(2025, 6, 1)));
}

let cities: Map<string, string> | null = null;

/** The zone whose last part is a city's name: `Amsterdam` → `Europe/Amsterdam`. */
function cityZone(city: string): string | undefined {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [plain(zone.slice(zone.lastIndexOf('/') + 1)), zone]),
  );
  return cities.get(plain(city));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

/** A name that only says how far from UTC: `UTC+01:00`, `GMT-0500`, `(UTC+03:00)`. Last resort, after a VTIMEZONE. */
function offsetZone(tzid: string): Zone | null {
  const found = /^\(?(?:UTC|GMT)\s*([+-]\d\d?(?:[:.]?\d\d)?)\)?(?:\s|$)/i.exec(tzid);
  const offset = found?.[1] ? readOffset(found[1]) : null;
  if (offset === null) return null;
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return ianaZone(`${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`);
}

function readOffset(text: string): number | null {
  const found = /^([+-])(\d\d?)[:.]?(\d\d)?$/.exec(text);
  if (!found || Number(found[2]) > 14) return null;
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] ?? 0)) * 60_000;
}
