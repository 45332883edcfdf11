/** Stands in for WXT's class of this name in every content script; `page-context.ts` does the work. */
export class ContentScriptContext {}
