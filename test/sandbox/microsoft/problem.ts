/** An answer of Graph that is not what was asked for. */
export class GraphProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  /** The body as Graph writes it: an OData error with the request's id in `innerError`. */
  body(requestId: string, at: number): object {
    const date = new Date(at).toISOString().slice(0, 19);
    return {
      error: {
        code: this.code,
        message: this.message,
        innerError: { date, 'request-id': requestId, 'client-request-id': requestId },
      },
    };
  }
}

export const notFound = () =>
  new GraphProblem(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');

export const badRequest = (message: string) => new GraphProblem(400, 'BadRequest', message);

/** Says of a property in a request's body what is wrong with it. */
export const badProperty = (message: string) =>
  new GraphProblem(400, 'ErrorPropertyValidationFailure', message);
