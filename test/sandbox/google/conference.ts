import type { calendar_v3 } from '@googleapis/calendar';
import { badRequest } from './errors.ts';
import type { World } from './world.ts';

type Conference = calendar_v3.Schema$ConferenceData;

/** A Meet call as Google attaches it. `code` like `abc-defg-hij`. */
export function meet(code: string): Conference {
  return {
    conferenceId: code,
    conferenceSolution: {
      key: { type: 'hangoutsMeet' },
      name: 'Google Meet',
      iconUri:
        'https://fonts.gstatic.com/s/i/productlogos/meet_2020q4/v6/web-512dp/logo_meet_2020q4_color_2x_web_512dp.png',
    },
    entryPoints: [
      { entryPointType: 'video', uri: `https://meet.google.com/${code}`, label: `meet.google.com/${code}` },
    ],
  };
}

/** What a body says about the call; only read with conferenceDataVersion=1. A `createRequest` makes a Meet call. */
export function conferenceOf(
  world: World,
  given: Conference | null | undefined,
  before: Conference | undefined,
): Conference | undefined {
  if (!given) return undefined;
  const request = given.createRequest;
  if (!request) return given;
  if (!request.requestId) throw badRequest('required', 'Missing conference create request id.');
  if (before?.createRequest?.requestId === request.requestId) return before;
  const type = request.conferenceSolutionKey?.type ?? 'hangoutsMeet';
  if (type !== 'hangoutsMeet') throw badRequest('invalid', 'Invalid conference type value.');
  const letters = world.nextId().replace(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)));
  const code = `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7, 10)}`;
  return {
    ...meet(code),
    createRequest: {
      requestId: request.requestId,
      conferenceSolutionKey: { type },
      status: { statusCode: 'success' },
    },
  };
}
