import { isSignInScope } from './scopes.ts';

/** Google's pages around a sign-in, as plain forms that a test can read and press. No script. */
const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function page(title: string, body: string, status = 200): Response {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`;
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** What Google shows instead of leading back: nothing of it reaches the app. `code` as the page names it. */
export function errorPage(status: number, code: string, text: string): Response {
  return page(
    'Access blocked',
    `<p id="error">Error ${status}: ${escapeHtml(code)}</p><p>${escapeHtml(text)}</p>`,
    status,
  );
}

const hidden = (query: string) => `<input type="hidden" name="request" value="${escapeHtml(query)}">`;

/** "Choose an account": one button each. `request` is the query of the sign-in's address. */
export function chooserPage(app: string, emails: readonly string[], request: string): Response {
  const buttons = emails
    .map(
      (email) => `<li><button name="account" value="${escapeHtml(email)}">${escapeHtml(email)}</button></li>`,
    )
    .join('');
  return page(
    'Choose an account',
    `<p>to continue to ${escapeHtml(app)}</p><form method="post" action="/signin/oauth/chooser">${hidden(request)}<ul>${buttons}</ul></form>`,
  );
}

/**
 * The consent: a box for each right beyond signing in when there are several, none of them ticked; Allow and Deny.
 * (https://developers.google.com/identity/protocols/oauth2/resources/granular-permissions)
 */
export function consentPage(
  app: string,
  email: string,
  scopes: readonly string[],
  request: string,
): Response {
  const rights = scopes.filter((scope) => !isSignInScope(scope));
  const boxes = rights
    .map((scope) =>
      rights.length > 1
        ? `<li><label><input type="checkbox" name="scope" value="${escapeHtml(scope)}"> ${escapeHtml(scope)}</label></li>`
        : `<li>${escapeHtml(scope)}<input type="hidden" name="scope" value="${escapeHtml(scope)}"></li>`,
    )
    .join('');
  return page(
    `${app} wants access to your Google Account`,
    `<p id="account">${escapeHtml(email)}</p><form method="post" action="/signin/oauth/consent">${hidden(request)}<input type="hidden" name="account" value="${escapeHtml(email)}"><ul>${boxes}</ul><button name="answer" value="allow">Allow</button> <button name="answer" value="deny">Deny</button></form>`,
  );
}
