import { GraphProblem } from './problem.ts';
import type { Account } from './state.ts';

export interface GraphRequest {
  method: string;
  /** After `/v1.0`, parts decoded. */
  parts: readonly string[];
  /** The path as it was asked for, for links. */
  path: string;
  query: ReadonlyMap<string, string>;
  header(name: string): string | null;
  body: Readonly<Record<string, unknown>>;
  account: Account;
  scopes: ReadonlySet<string>;
}

export interface GraphAnswer {
  status: number;
  body: object | null;
}

export const ROOT = 'https://graph.microsoft.com/v1.0';

export const denied = () =>
  new GraphProblem(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
export const notAllowed = () =>
  new GraphProblem(405, 'ErrorInvalidRequest', 'The OData request is not supported.');
