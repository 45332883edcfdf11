/** An answer that is an error, in the shape of https://developers.google.com/workspace/calendar/api/guides/errors */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ErrorBody;
  readonly headers: Record<string, string>;
  constructor(status: number, item: ErrorItem, headers: Record<string, string> = {}, extra: object = {}) {
    super(`${status} ${item.reason}`);
    this.status = status;
    this.body = { error: { errors: [item], code: status, message: item.message, ...extra } };
    this.headers = headers;
  }
}

export interface ErrorItem {
  domain: string;
  reason: string;
  message: string;
  locationType?: string;
  location?: string;
}

export interface ErrorBody {
  error: { errors: ErrorItem[]; code: number; message: string };
}

/** 400 for a parameter or a field of the body. */
export function badRequest(
  reason: string,
  message: string,
  location?: string,
  locationType = 'parameter',
): ApiError {
  const domain = CALENDAR_REASONS.has(reason) ? 'calendar' : 'global';
  return new ApiError(400, { domain, reason, message, ...(location ? { locationType, location } : {}) });
}
const CALENDAR_REASONS = new Set(['timeRangeEmpty', 'syncTokenWithRequestRestrictions']);

/** 401: no token, or one that is unknown, revoked or expired. */
export function unauthorized(sent: boolean): ApiError {
  const challenge = 'Bearer realm="https://accounts.google.com/"';
  return new ApiError(
    401,
    {
      domain: 'global',
      reason: sent ? 'authError' : 'required',
      message: sent ? 'Invalid Credentials' : 'Login Required.',
      locationType: 'header',
      location: 'Authorization',
    },
    { 'www-authenticate': sent ? `${challenge}, error="invalid_token"` : challenge },
    { status: 'UNAUTHENTICATED' },
  );
}

/** 403: the token is good, but not for this method (shape as in github.com/analogdotnow/Analog/issues/296). */
export function insufficientScope(method: string, scopes: readonly string[]): ApiError {
  return new ApiError(
    403,
    { domain: 'global', reason: 'insufficientPermissions', message: 'Insufficient Permission' },
    {
      'www-authenticate': `Bearer realm="https://accounts.google.com/", error="insufficient_scope", scope="${scopes.join(' ')}"`,
    },
    {
      message: 'Request had insufficient authentication scopes.',
      status: 'PERMISSION_DENIED',
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
          reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
          domain: 'googleapis.com',
          metadata: { service: 'calendar-json.googleapis.com', method: `calendar.v3.${method}` },
        },
      ],
    },
  );
}

export const notFound = () =>
  new ApiError(404, { domain: 'global', reason: 'notFound', message: 'Not Found' });

export const duplicate = () =>
  new ApiError(409, {
    domain: 'global',
    reason: 'duplicate',
    message: 'The requested identifier already exists.',
  });

export const alreadyDeleted = () =>
  new ApiError(410, { domain: 'global', reason: 'deleted', message: 'Resource has been deleted' });

export const syncGone = () =>
  new ApiError(410, {
    domain: 'calendar',
    reason: 'fullSyncRequired',
    message: 'Sync token is no longer valid, a full sync is required.',
    locationType: 'parameter',
    location: 'syncToken',
  });

export const preconditionFailed = () =>
  new ApiError(412, {
    domain: 'global',
    reason: 'conditionNotMet',
    message: 'Precondition Failed',
    locationType: 'header',
    location: 'If-Match',
  });

export const readOnly = () =>
  new ApiError(403, {
    domain: 'calendar',
    reason: 'requiredAccessLevel',
    message: 'You need to have writer access to this calendar.',
  });

export const onlyOrganizer = () =>
  new ApiError(403, {
    domain: 'calendar',
    reason: 'forbiddenForNonOrganizer',
    message: 'Shared properties can only be changed by the organizer of the event.',
  });

const FAULTS: Record<string, { domain: string; message: string }> = {
  rateLimitExceeded: { domain: 'usageLimits', message: 'Rate Limit Exceeded' },
  userRateLimitExceeded: { domain: 'usageLimits', message: 'User Rate Limit Exceeded' },
  quotaExceeded: { domain: 'usageLimits', message: 'Calendar usage limits exceeded.' },
  backendError: { domain: 'global', message: 'Backend Error' },
  internalError: { domain: 'global', message: 'Internal Error' },
};

/** The error that a fault on demand sends. `retryAfter` in seconds, as in the header. */
export function faultError(status: number, reason: string, retryAfter: number | undefined): ApiError {
  const known = FAULTS[reason] ?? { domain: 'global', message: reason };
  return new ApiError(
    status,
    { ...known, reason },
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  );
}
