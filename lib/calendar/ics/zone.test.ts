import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZoneResolver } from './resolve-zone.ts';
import { windowsZone } from './windows-zones.ts';
import { ianaZone, UTC } from './zone.ts';

const wall = (text: string) => Date.parse(`${text}Z`);
const resolver = () => new ZoneResolver(UTC);

describe('ianaZone', () => {
  it('gives what Temporal gives, for any zone and any time of the last and next decades', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: wall('1975-01-01T00:00') / 60_000, max: wall('2045-01-01T00:00') / 60_000 }),
        (name, minutes) => {
          const time = minutes * 60_000;
          const plain = new Temporal.ZonedDateTime(BigInt(time) * 1_000_000n, 'UTC').toPlainDateTime();
          const zoned = plain.toZonedDateTime(name, { disambiguation: 'compatible' });
          expect(ianaZone(name)?.toUtc(time)).toBe(zoned.epochMilliseconds);
          expect(ianaZone(name)?.offsetAt(time)).toBe(
            new Temporal.ZonedDateTime(BigInt(time) * 1_000_000n, name).offsetNanoseconds / 1_000_000,
          );
        },
      ),
      { numRuns: 3000 },
    );
  }, 60_000);

  it('reads a time the clock leaves out with the offset before, and takes the first of two', () => {
    const berlin = ianaZone('Europe/Berlin');
    expect(berlin?.toUtc(wall('2026-03-29T02:30'))).toBe(wall('2026-03-29T01:30'));
    expect(berlin?.toUtc(wall('2026-10-25T02:30'))).toBe(wall('2026-10-25T00:30'));
    const lordHowe = ianaZone('Australia/Lord_Howe');
    expect(lordHowe?.toUtc(wall('2026-04-05T01:45'))).toBe(wall('2026-04-04T14:45'));
    expect(ianaZone('Pacific/Apia')?.toUtc(wall('2011-12-30T12:00'))).toBe(wall('2011-12-30T22:00'));
  });

  it('knows no zone that does not exist', () => {
    expect(ianaZone('Europe/Atlantis')).toBeNull();
  });
});

describe('windowsZone', () => {
  it.each([
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['W.Europe Standard Time', 'Europe/Berlin'],
    ['GMT Standard Time', 'Europe/London'],
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['Pacific Daylight Time', 'America/Los_Angeles'],
    ['Pacific Standard Time (Mexico)', 'America/Tijuana'],
    ['Central Standard Time (Mexico)', 'America/Mexico_City'],
    ['Central Europe Standard Time', 'Europe/Budapest'],
    ['Central European Standard Time', 'Europe/Warsaw'],
    ['E. South America Standard Time', 'America/Sao_Paulo'],
    ['AUS Eastern Standard Time', 'Australia/Sydney'],
    ['Russia Time Zone 11', 'Asia/Kamchatka'],
    ['UTC-11', 'Etc/GMT+11'],
    ['UTC', 'Etc/UTC'],
  ])('%s', (name, zone) => {
    expect(windowsZone(name)).toBe(zone);
  });
});

it('leaves a bare word to the VTIMEZONE beside it: "Central" may be anywhere', () => {
  expect(windowsZone('Central')).toBeNull();
});

describe('ZoneResolver', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['/freeassociation.sourceforge.net/Europe/Berlin', 'Europe/Berlin'],
    ['/freeassociation.sourceforge.net/Tzfile/Europe/Berlin', 'Europe/Berlin'],
    ['/softwarestudio.org/Olson_20011030_5/America/New_York', 'America/New_York'],
    ['/mozilla.org/20050126_1/America/Argentina/Ushuaia', 'America/Argentina/Ushuaia'],
    ['"Europe/Paris"', 'Europe/Paris'],
    ['Eastern Standard Time', 'America/New_York'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Amsterdam'],
    ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['(UTC-08:00) Pacific Time (US & Canada)', 'America/Los_Angeles'],
    ['(GMT-06.00) Central Time (US & Canada)', 'America/Chicago'],
    ['(UTC+00:00) Dublin, Edinburgh, Lisbon, London', 'Europe/Dublin'],
    ['(UTC) Coordinated Universal Time', 'UTC'],
    ['(UTC+10:00) Canberra, Melbourne, Sydney', 'Australia/Melbourne'],
    ['tzone://Microsoft/Utc', 'UTC'],
    ['UTC+05:30', '+05:30'],
    ['GMT-0500', '-05:00'],
  ])('finds %s without a VTIMEZONE', (tzid, id) => {
    expect(resolver().resolve(tzid).id).toBe(id);
  });

  it('lets a well-known name win over a VTIMEZONE that contradicts it', () => {
    const zones = resolver();
    zones.addVtimezone(
      'BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\nEND:STANDARD\r\nEND:VTIMEZONE',
    );
    expect(zones.resolve('Europe/Berlin').toUtc(wall('2026-07-01T12:00'))).toBe(wall('2026-07-01T10:00'));
  });

  const vtimezone = (tzid: string, extra = '') =>
    [
      'BEGIN:VTIMEZONE',
      `TZID:${tzid}`,
      ...(extra ? [extra] : []),
      'BEGIN:STANDARD',
      'DTSTART:16010101T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010101T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
    ].join('\r\n');

  it('reads an unknown zone from its VTIMEZONE, with its changes, and names it after one that keeps the same time', () => {
    const zones = resolver();
    zones.addVtimezone(vtimezone('Customized Time Zone'));
    const zone = zones.resolve('Customized Time Zone');
    expect(zone.id).toBe('Europe/Berlin');
    const berlin = ianaZone('Europe/Berlin');
    for (let time = wall('2024-01-01T00:30'); time < wall('2030-01-01T00:00'); time += 3_600_000) {
      expect(zone.toUtc(time)).toBe(berlin?.toUtc(time));
    }
  });

  it('believes where a VTIMEZONE says it lies', () => {
    const zones = resolver();
    zones.addVtimezone(vtimezone('My zone', 'X-LIC-LOCATION:Asia/Tokyo'));
    expect(zones.resolve('My zone').id).toBe('Asia/Tokyo');
  });

  it('is not stopped by a VTIMEZONE with a rule made to never end', () => {
    const zones = resolver();
    const evil = vtimezone('Evil')
      .replaceAll('FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'FREQ=SECONDLY')
      .replace('BYDAY=-1SU;BYMONTH=10', 'BYMONTHDAY=30;BYMONTH=2');
    zones.addVtimezone(evil);
    expect(Number.isFinite(zones.resolve('Evil').toUtc(wall('2026-07-01T12:00')))).toBe(true);
  });

  it('lets a time float whose zone nobody knows: in the zone of the calendar, else of this computer', () => {
    const zones = new ZoneResolver(ianaZone('Europe/Berlin') ?? UTC);
    expect(zones.resolve('Nowhere').id).toBe('Europe/Berlin');
    zones.setCalendarZone('Asia/Kolkata');
    expect(zones.resolve('').id).toBe('Asia/Kolkata');
  });
});
