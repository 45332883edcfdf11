import type { GraphAnswer } from './graph-request.ts';
import { badRequest, GraphProblem } from './problem.ts';
import type { SingleRequest } from './service.ts';

type Answered = GraphAnswer & { headers: Readonly<Record<string, string>> };

/** `$batch`: up to 20 requests, each with its own answer; one after the other where one depends on another. */
export function answerBatch(
  method: string,
  body: Readonly<Record<string, unknown>>,
  answer: (one: SingleRequest) => Answered,
): GraphAnswer {
  if (method !== 'POST') throw badRequest('A batch is posted.');
  const requests: unknown = body.requests;
  if (!Array.isArray(requests) || requests.length === 0) throw badRequest('Invalid batch payload format.');
  if (requests.length > 20)
    throw badRequest(`Number of batch request steps exceeds the maximum value of 20 (${requests.length}).`);
  const seen = new Map<string, number>();
  const responses = requests.map((value) => {
    const one = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
    const { id, url } = one;
    if (typeof id !== 'string' || seen.has(id) || typeof url !== 'string' || typeof one.method !== 'string')
      throw badRequest('Each request of a batch needs an id of its own, a method and a url.');
    const headers = new Map(
      Object.entries(one.headers ?? {}).map(([name, text]) => [name.toLowerCase(), String(text)]),
    );
    if (one.body !== undefined && !headers.get('content-type')?.startsWith('application/json'))
      throw badRequest(`Request ${id} has a body and no content type.`);
    const needs: unknown = one.dependsOn ?? [];
    const failed = Array.isArray(needs) && needs.some((need) => (seen.get(String(need)) ?? 500) >= 400);
    const answered = failed
      ? problem(424, 'FailedDependency', 'A request this one depends on has failed.')
      : tryOne(() =>
          answer({
            method: String(one.method).toUpperCase(),
            url: url.startsWith('/') ? url : `/${url}`,
            known: true,
            header: (name) => headers.get(name.toLowerCase()) ?? null,
            body: (one.body ?? {}) as Record<string, unknown>,
          }),
        );
    seen.set(id, answered.status);
    const type = { 'Content-Type': 'application/json' };
    return { id, status: answered.status, headers: { ...type, ...answered.headers }, body: answered.body };
  });
  return { status: 200, body: { responses } };
}

function problem(status: number, code: string, message: string): Answered {
  return { status, body: { error: { code, message } }, headers: {} };
}

function tryOne(work: () => Answered): Answered {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof GraphProblem)) throw error;
    return { ...problem(error.status, error.code, error.message), headers: error.headers };
  }
}
