import { decodeText } from './decode-text.ts';
import { LIMITS } from './limits.ts';
import { type CalendarProperty, calendarProperty, type Keep, keepOf } from './property-filter.ts';

/** What the splitter found. Texts are unfolded, with CRLF between the lines. */
export type Piece =
  | { kind: 'event'; text: string; oversized: boolean }
  | { kind: 'zone'; text: string }
  | { kind: 'skipped'; reason: 'broken' | 'too-big' | 'unsupported'; text: string }
  | { kind: 'calendar'; name: CalendarProperty; value: string };

/** The longest name that is kept is shorter. */
const NAME_BYTES = 64;

const LF = 10;
const CR = 13;

/**
 * Cuts a stream of bytes into the events and zones of a calendar. Works on bytes, since folding may split a line
 * in the middle of a character; accepts CRLF, LF and CR. Memory is bounded by one component, whatever comes in.
 */
export class ComponentSplitter {
  readonly #onPiece: (piece: Piece) => void;
  /** The component being collected, then the line being read. */
  #buffer = new Uint8Array(16 * 1024);
  #length = 0;
  #lineStart = 0;
  /** Bytes of the line in the file, kept or not. */
  #lineBytes = 0;
  #keep: Keep | 'undecided' = 'undecided';
  /** A line has ended; the next byte says whether it goes on (folding). */
  #afterBreak = false;
  #firstLine = true;
  /** What is open, outermost first, in upper case. */
  readonly #open: string[] = [];
  /** Depth at which the event or zone being collected was opened; 0 = none. */
  #itemDepth = 0;
  #oversized = false;
  #overflow = false;
  #sawCalendar = false;

  constructor(onPiece: (piece: Piece) => void) {
    this.#onPiece = onPiece;
  }

  /** Whether anything of a calendar has been seen. */
  get isCalendar(): boolean {
    return this.#sawCalendar;
  }

  /** Whether something was still open when the bytes ended. */
  get unfinished(): boolean {
    return this.#open.length > 0;
  }

  push(chunk: Uint8Array): void {
    let at = 0;
    const end = chunk.length;
    while (at < end) {
      if (this.#afterBreak) {
        const byte = chunk[at];
        // Any run of CR and LF is one break; some writers send CR CR LF.
        if (byte === LF || byte === CR) {
          at++;
          continue;
        }
        this.#afterBreak = false;
        if (byte === 32 || byte === 9) {
          at++;
          continue;
        }
        this.#endLine();
      }
      let stop = at;
      while (stop < end && chunk[stop] !== LF && chunk[stop] !== CR) stop++;
      if (stop > at) this.#append(chunk.subarray(at, stop));
      if (stop < end) {
        this.#afterBreak = true;
        stop++;
      }
      at = stop;
    }
  }

  /** To be called after the last byte. What is still open then is not handed over. */
  end(): void {
    this.#endLine();
    this.#afterBreak = false;
  }

  #append(bytes: Uint8Array): void {
    this.#lineBytes += bytes.length;
    if (this.#keep === 'drop') return;
    const kept = this.#length - this.#lineStart;
    if (this.#keep === 'undecided' && kept + bytes.length > NAME_BYTES) {
      // Long enough to hold any name that matters; from here on the name decides what is kept.
      const missing = Math.max(0, NAME_BYTES - kept);
      this.#write(bytes.subarray(0, missing));
      this.#decide();
      this.#lineBytes -= bytes.length - missing;
      this.#append(bytes.subarray(missing));
      return;
    }
    const limit = this.#keep === 'cut' ? LIMITS.textBytes : LIMITS.propertyBytes;
    this.#write(kept + bytes.length > limit ? bytes.subarray(0, Math.max(0, limit - kept)) : bytes);
  }

  #write(bytes: Uint8Array): void {
    const needed = this.#length + bytes.length;
    // The beginning of a line always has room: the END of a component that is too big has to be seen.
    if (needed > LIMITS.componentBytes && needed - this.#lineStart > NAME_BYTES) {
      this.#overflow = true;
      return;
    }
    if (needed + 2 > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(needed + 2, this.#buffer.length * 2));
      larger.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, this.#length);
    this.#length = needed;
  }

  /** The name of the line so far, in upper case; empty when there is none. */
  #name(): string {
    let name = '';
    const end = Math.min(this.#length, this.#lineStart + NAME_BYTES);
    for (let at = this.#lineStart; at < end; at++) {
      const byte = this.#buffer[at] ?? 0;
      if (byte === 58 || byte === 59) return name;
      name += String.fromCharCode(byte >= 97 && byte <= 122 ? byte - 32 : byte);
    }
    return '';
  }

  #decide(): void {
    const name = this.#name();
    const item = this.#open[this.#itemDepth - 1];
    if (name === 'BEGIN' || name === 'END') this.#keep = 'keep';
    else if (item === undefined) this.#keep = keepOf(name, 'calendar');
    else if (item === 'VTIMEZONE') this.#keep = keepOf(name, 'zone');
    else this.#keep = keepOf(name, this.#open.length > this.#itemDepth ? 'alarm' : 'event');
  }

  #endLine(): void {
    if (this.#firstLine) this.#dropByteOrderMark();
    if (this.#lineBytes > 0) {
      if (this.#keep === 'undecided') this.#decide();
      this.#takeLine();
    }
    this.#lineStart = this.#length;
    this.#lineBytes = 0;
    this.#keep = 'undecided';
  }

  #dropByteOrderMark(): void {
    const [a, b, c] = this.#buffer;
    if (this.#length >= 3 && a === 0xef && b === 0xbb && c === 0xbf) {
      this.#buffer.copyWithin(0, 3, this.#length);
      this.#length -= 3;
    }
    this.#firstLine = false;
  }

  #takeLine(): void {
    const name = this.#keep === 'keep' ? this.#name() : '';
    if (name === 'BEGIN' || name === 'END') {
      const opened = decodeText(this.#buffer.subarray(this.#lineStart + name.length + 1, this.#length))
        .trim()
        .toUpperCase();
      if (name === 'BEGIN') this.#begin(opened);
      else this.#close(opened);
      return;
    }
    if (this.#itemDepth === 0) {
      if (this.#keep === 'cut') this.#calendarProperty();
      this.#length = 0;
      return;
    }
    const tooLong = this.#lineBytes > LIMITS.propertyBytes;
    if (tooLong && this.#keep !== 'drop') this.#oversized = true;
    if (this.#keep === 'drop' || this.#overflow || (tooLong && this.#keep === 'keep'))
      this.#length = this.#lineStart;
    else this.#lineBreak();
    if (this.#length > LIMITS.componentBytes) this.#overflow = true;
  }

  #lineBreak(): void {
    this.#write(CRLF);
  }

  #calendarProperty(): void {
    const known = calendarProperty(this.#name());
    if (!known || this.#open.at(-1) !== 'VCALENDAR') return;
    const line = decodeText(this.#buffer.subarray(this.#lineStart, this.#length));
    const value = line.slice(line.indexOf(':') + 1).trim();
    if (value) this.#onPiece({ kind: 'calendar', name: known, value });
  }

  #begin(opened: string): void {
    // An event inside an event: the end of the one before got lost, and so did what belongs to which.
    if (opened === 'VEVENT' && this.#itemDepth > 0) this.#abandon();
    if (opened === 'VCALENDAR') {
      this.#abandon();
      this.#open.length = 0;
      // A second calendar in one file does not inherit what the first one was sent for.
      if (this.#sawCalendar) this.#onPiece({ kind: 'calendar', name: 'METHOD', value: '' });
    }
    // Whatever else was left open before an event ends here.
    if (opened === 'VEVENT') this.#open.length = this.#open.lastIndexOf('VCALENDAR') + 1;
    if (opened === 'VCALENDAR' || opened === 'VEVENT') this.#sawCalendar = true;
    // Nothing honest nests deeper; without this a file of BEGIN lines would grow without end.
    if (this.#open.length < 32) this.#open.push(opened);
    const starts = this.#itemDepth === 0 && ITEMS.has(opened);
    if (starts) {
      this.#itemDepth = this.#open.length;
      this.#buffer.copyWithin(0, this.#lineStart, this.#length);
      this.#length -= this.#lineStart;
      this.#oversized = false;
      this.#overflow = false;
      this.#lineBreak();
    } else if (this.#itemDepth > 0 && this.#open[this.#itemDepth - 1] === 'VTIMEZONE') this.#lineBreak();
    else this.#length = this.#lineStart;
  }

  #close(closed: string): void {
    const depth = this.#open.lastIndexOf(closed) + 1;
    if (depth === 0) {
      this.#length = this.#lineStart;
      return;
    }
    if (this.#itemDepth > 0 && depth < this.#itemDepth) this.#abandon();
    const isItem = depth === this.#itemDepth;
    this.#open.length = depth - 1;
    if (!isItem) {
      if (this.#itemDepth > 0 && this.#open[this.#itemDepth - 1] === 'VTIMEZONE') this.#lineBreak();
      else this.#length = this.#lineStart;
      return;
    }
    const text = decodeText(this.#buffer.subarray(0, this.#overflow ? LIMITS.textBytes : this.#length));
    if (this.#overflow) this.#onPiece({ kind: 'skipped', reason: 'too-big', text });
    else if (closed === 'VTIMEZONE') this.#onPiece({ kind: 'zone', text });
    else if (closed === 'VEVENT') this.#onPiece({ kind: 'event', text, oversized: this.#oversized });
    else this.#onPiece({ kind: 'skipped', reason: 'unsupported', text });
    this.#itemDepth = 0;
    this.#length = 0;
  }

  /** Gives up what is being collected, because something that cannot be inside it begins or ends. */
  #abandon(): void {
    if (this.#itemDepth === 0) return;
    const item = this.#open[this.#itemDepth - 1];
    const text = decodeText(this.#buffer.subarray(0, this.#lineStart));
    if (item === 'VEVENT') this.#onPiece({ kind: 'skipped', reason: 'broken', text });
    this.#open.length = this.#itemDepth - 1;
    this.#itemDepth = 0;
    this.#buffer.copyWithin(0, this.#lineStart, this.#length);
    this.#length -= this.#lineStart;
    this.#lineStart = 0;
  }
}

/** Components that are collected as a whole. Tasks and journal entries only to say that they were skipped. */
const ITEMS = new Set(['VEVENT', 'VTIMEZONE', 'VTODO', 'VJOURNAL']);
const CRLF = new Uint8Array([CR, LF]);
