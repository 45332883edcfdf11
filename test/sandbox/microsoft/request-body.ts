import { GraphProblem } from './problem.ts';

/** The JSON object that a request carries; nothing for GET and DELETE. */
export function readBody(
  method: string,
  type: string | null,
  text: string,
): Readonly<Record<string, unknown>> {
  if (method === 'GET' || method === 'DELETE') return {};
  if (!type?.startsWith('application/json'))
    throw new GraphProblem(415, 'RequestBodyRead', 'The content type must be application/json.');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new GraphProblem(400, 'RequestBodyRead', 'Unable to read JSON request payload.');
}
