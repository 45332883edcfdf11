/** The day a moment (UTC ms) falls on where one is, as an ISO date. */
export const isoDay = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(Temporal.Now.timeZoneId())
    .toPlainDate()
    .toString();
