/**
 * What the reader accepts before it lets go. Each bound is far above what calendars of people hold and keeps time
 * and memory finite for a file that was made to harm.
 */
export const LIMITS = {
  /** A file above this is refused. 100 MB, mostly attachments, is read in constant memory. */
  fileBytes: 200 * 1024 * 1024,
  /** A feed is fetched every few hours, so it may be less; ten years of a busy person are about 12 MB. */
  feedBytes: 50 * 1024 * 1024,
  /** No `BEGIN:VCALENDAR` in this much of the file: it is something else. */
  sniffBytes: 64 * 1024,
  /** One property; a longer one that is no plain text is dropped and counted. */
  propertyBytes: 256 * 1024,
  /** Of a description only the beginning is shown (4,000 characters); links may follow a little later. */
  textBytes: 32 * 1024,
  /** What is kept of one event, attachments and HTML not counted. */
  componentBytes: 1024 * 1024,
  /** Events held at one time while the end of the file is not known. */
  heldEvents: 100_000,
  /** Events of one series: fifty years of weekly exceptions. */
  seriesEvents: 2_600,
  /** Characters of descriptions held at one time; later ones are left out, their events stay. */
  heldText: 24_000_000,
  /** All occurrences handed over for one file. */
  totalOccurrences: 2_000_000,
  /** Occurrences of one rule inside the window: hourly for more than a year. */
  ruleOccurrences: 10_000,
  /** Periods (days, weeks, months, years) walked through for one rule. */
  ruleSteps: 60_000,
  /** Time for one rule that needs the general machinery, in ms. */
  ruleMs: 250,
  guests: 500,
  description: 4_000,
  title: 500,
} as const;
