import type { Client, Entra } from './entra.ts';
import { mayUse } from './entra.ts';
import type { Account } from './state.ts';

export interface Page {
  status: number;
  html: string;
}

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function page(status: number, title: string, body: string): Page {
  const head = `<meta charset="utf-8"><title>${escapeHtml(title)}</title>`;
  return {
    status,
    html: `<!doctype html><html lang="en"><head>${head}</head><body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`,
  };
}

/** A form that asks the same question again with what was pressed. */
function form(query: URLSearchParams, extra: Readonly<Record<string, string>>, buttons: string): string {
  const hidden = new URLSearchParams(query);
  hidden.delete('sandbox_answer');
  for (const [name, value] of Object.entries(extra)) hidden.set(name, value);
  const fields = [...hidden].map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  return `<form method="get">${fields.join('')}${buttons}</form>`;
}

const button = (name: string, value: string, words: string) =>
  `<button name="${name}" value="${escapeHtml(value)}">${escapeHtml(words)}</button> `;

/** Who signs in: a button for each account that may, first the one hinted at. Anybody can be chosen all the same. */
export function accountPage(entra: Entra, segment: string, client: Client, query: URLSearchParams): Page {
  const hint = query.get('login_hint')?.toLowerCase();
  const accounts = [...entra.world.accounts.values()]
    .filter((account) => mayUse(segment, account.tenant))
    .sort((a, b) => Number(b.email === hint) - Number(a.email === hint))
    .map((account) => button('sandbox_account', account.email, account.email));
  const cancel = button('sandbox_answer', 'cancel', 'Cancel');
  return page(
    200,
    'Pick an account',
    `<p>to continue to ${escapeHtml(client.name)}</p>${form(query, {}, accounts.join('') + cancel)}`,
  );
}

/** What the app asks for. */
export function acceptPage(
  client: Client,
  account: Account,
  scopes: readonly string[],
  query: URLSearchParams,
): Page {
  const list = scopes.map((one) => `<li>${escapeHtml(one)}</li>`).join('');
  const buttons =
    button('sandbox_answer', 'accept', 'Accept') + button('sandbox_answer', 'decline', 'Cancel');
  return page(
    200,
    'Permissions requested',
    `<p>${escapeHtml(client.name)} asks ${escapeHtml(account.email)} for</p><ul>${list}</ul>${form(query, { sandbox_account: account.email }, buttons)}`,
  );
}

/** Nobody but an administrator may say yes. */
export function adminPage(client: Client, account: Account, query: URLSearchParams): Page {
  const back = button('sandbox_answer', 'back', 'Return to the application without granting consent');
  return page(
    200,
    'Need admin approval',
    `<p>AADSTS90094: ${escapeHtml(client.name)} needs permission that only an administrator can grant.</p>${form(query, { sandbox_account: account.email }, back)}`,
  );
}

/** An error that does not go back to the app. */
export function errorPage(message: string): Page {
  return page(
    400,
    "Sorry, but we're having trouble signing you in.",
    `<p role="alert">${escapeHtml(message)}</p>`,
  );
}
