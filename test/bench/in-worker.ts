/** What benchmarks ask of a worker like the one that imports calendars. Bundled by `bundle.ts`; one question a worker. */
import { type CalendarRun, runs } from './in-calendar.ts';

/** The part of a worker's own scope that is needed here. */
interface Scope {
  addEventListener(type: 'message', listener: (event: MessageEvent<CalendarRun>) => void): void;
  postMessage(answer: unknown): void;
}

const scope = globalThis as unknown as Scope;
scope.addEventListener('message', ({ data: { what, events, times } }) => {
  void runs[what](events, times).then((answer) => scope.postMessage(answer));
});
