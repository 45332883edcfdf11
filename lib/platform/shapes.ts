/** Whether what stands under a key of a body is what it has to be; of a body that is none, nothing is. */
export function has(body: unknown, key: string, accepts: (value: unknown) => boolean): boolean {
  return accepts((body as Record<string, unknown> | null | undefined)?.[key]);
}

/** Whether it is one of these words. */
export function isOneOf(values: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && values.includes(value);
}

/** Whether it is a text of no more than so many letters. */
export function isText(value: unknown, longest: number): boolean {
  return typeof value === 'string' && value.length <= longest;
}

/** Messages travel as JSON, which turns a missing body into null or leaves it out. */
export function isNothing(body: unknown): boolean {
  return body === null || body === undefined;
}
