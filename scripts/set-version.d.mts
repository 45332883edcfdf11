export function closeUnreleased(log: string, version: string, day: string): string;
export function notesOf(log: string, version: string): string;
export function withVersion(text: string, version: string): string;
