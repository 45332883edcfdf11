/** One of Entra's errors: what it is called in OAuth, its number, what it says (entra-docs, reference-error-codes). */
export interface EntraProblem {
  error: string;
  number: number;
  message: string;
  suberror?: string;
}

const KNOWN = {
  adminOnly: [
    'access_denied',
    90094,
    (what) => `An administrator of your organisation has to allow ${what}.`,
  ],
  badGrant: ['unsupported_grant_type', 70003, () => 'The app returned an unsupported grant type.'],
  cancelled: ['access_denied', 65004, () => 'User declined to consent to access the app.'],
  challenge: ['invalid_request', 501491, () => 'Invalid size of Code_Challenge parameter.'],
  client: [
    'unauthorized_client',
    700016,
    (what) => `Application with identifier '${what}' was not found in the directory.`,
  ],
  codeUsed: ['invalid_grant', 54005, () => 'OAuth2 Authorization code was already redeemed.'],
  codeExpired: [
    'invalid_grant',
    70008,
    () => 'The provided authorization code or refresh token has expired due to inactivity.',
  ],
  codeUnknown: ['invalid_grant', 9002313, () => 'Invalid request. Request is malformed or invalid.'],
  consent: [
    'consent_required',
    65001,
    (what) => `The user or administrator has not consented to use the application with ID '${what}'.`,
  ],
  declined: ['access_denied', 65004, () => 'User declined to consent to access the app.'],
  login: ['login_required', 50058, () => 'A silent sign-in request was sent but no user is signed in.'],
  noOrigin: [
    'invalid_request',
    9002327,
    () =>
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
  ],
  noPkce: [
    'invalid_request',
    9002325,
    () => 'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  ],
  notS256: ['invalid_request', 9002325, () => 'The code_challenge_method must be S256 for this client-type.'],
  redirect: [
    'invalid_request',
    50011,
    (what) =>
      `The redirect URI '${what}' specified in the request does not match the redirect URIs configured for the application.`,
  ],
  redirectChanged: [
    'invalid_grant',
    500112,
    () => 'The reply address does not match the reply address provided when requesting Authorization code.',
  ],
  refreshExpired: [
    'invalid_grant',
    700084,
    () =>
      'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.',
  ],
  refreshIdle: ['invalid_grant', 700082, () => 'The refresh token has expired due to inactivity.'],
  responseMode: ['invalid_request', 900144, () => 'The response_mode is not supported here.'],
  responseType: [
    'unsupported_response_type',
    700051,
    () => 'The response_type is not enabled for the application.',
  ],
  revoked: [
    'invalid_grant',
    50173,
    () => 'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
  ],
  scope: [
    'invalid_scope',
    70011,
    (what) =>
      `The provided value for the input parameter 'scope' is not valid. The scope ${what} is not valid.`,
  ],
  secret: [
    'invalid_request',
    700025,
    () => 'Client is public so neither client_assertion nor client_secret should be presented.',
  ],
  several: ['interaction_required', 16000, () => 'Select an account: several are signed in.'],
  tenant: ['invalid_request', 90002, (what) => `Tenant '${what}' not found.`],
  verifier: [
    'invalid_grant',
    501481,
    () => 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  ],
} as const satisfies Readonly<Record<string, readonly [string, number, (what: string) => string]>>;

export function aadsts(name: keyof typeof KNOWN, what: string): EntraProblem {
  const [error, number, say] = KNOWN[name];
  return {
    error,
    number,
    message: say(what),
    ...(name === 'consent' ? { suberror: 'consent_required' } : {}),
  };
}

const TRACE = '00000000-0000-4000-a000-00000000000';
const stamp = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ' ').concat('Z');

/** The description as Entra writes it, with its number in front. */
export function describe({ number, message }: EntraProblem, at: number): string {
  return `AADSTS${number}: ${message} Trace ID: ${TRACE}1 Correlation ID: ${TRACE}2 Timestamp: ${stamp(at)}`;
}

/** The answer of the token endpoint: never an account's name or a token in it. */
export function tokenProblem(problem: EntraProblem, at: number): object {
  return {
    error: problem.error,
    error_description: describe(problem, at),
    error_codes: [problem.number],
    timestamp: stamp(at),
    trace_id: `${TRACE}1`,
    correlation_id: `${TRACE}2`,
    error_uri: `https://login.microsoftonline.com/error?code=${problem.number}`,
    ...(problem.suberror ? { suberror: problem.suberror } : {}),
  };
}
