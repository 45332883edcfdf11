import { FEED, joinLink, type SandboxCalendar, weekOf } from './calendar.ts';

/** The sandbox's start page: this week, with links to the calls and the calendar file to drop into Circlekeeper. */
export function weekPage(calendar: SandboxCalendar, now: number): string {
  const zoned = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone);
  const days = Map.groupBy(weekOf(calendar, now), ({ at }) => zoned(at).dayOfWeek);
  const columns = Array.from({ length: 7 }, (_, index) => {
    const day = zoned(now).add({ days: index + 1 - zoned(now).dayOfWeek });
    const items = (days.get(index + 1) ?? []).map((event) => {
      const { title, at, minutes, allDay } = event;
      const address = joinLink(event);
      const isOn = at <= now && now < at + minutes * 60_000 && address;
      const time = allDay ? 'all day' : zoned(at).toPlainTime().toString({ smallestUnit: 'minute' });
      const link = address ? `<a href="${html(address)}">Join${event.teams ? ' in Teams' : ''}</a>` : '';
      return `<li${isOn ? ' class="on"' : ''}><time>${time}</time> ${html(title)} ${link}</li>`;
    });
    const heading = day.toLocaleString('en', { weekday: 'long', day: 'numeric' });
    return `<section><h2>${heading}</h2><ul>${items.join('')}</ul></section>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A week of Chen Wu</title>
<link rel="stylesheet" href="/week.css">
</head>
<body>
<h1>A week of Chen Wu</h1>
<p>A made-up calendar to try Circlekeeper with. The <strong>${html(calendar.circleTitle)}</strong> is on right now.</p>
<ol>
<li><a href="${FEED}" download="circles.ics">Save the calendar file</a> and drop it into Circlekeeper,
or give Circlekeeper this address: <code>${FEED}</code></li>
<li>Say which of the meetings it found are circles.</li>
<li>Join the call that is on. The other circle meets in Microsoft Teams: its page in Circlekeeper offers to be there too.</li>
</ol>
<main>${columns.join('')}</main>
</body>
</html>`;
}

export const weekStyle = `
:root { color-scheme: light; font: 15px/1.5 system-ui, sans-serif; color: #26303a; background: #f7f6f2; }
body { max-width: 1200px; margin: 24px auto; padding: 0 20px; }
main { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 10px; }
section { padding: 10px; border-radius: 12px; background: #fff; border: 1px solid #e3ded2; }
h2 { margin: 0 0 8px; font-size: 14px; }
ul { margin: 0; padding: 0; list-style: none; display: grid; gap: 6px; }
li { font-size: 13px; } ol li { font-size: 15px; }
section li { padding: 6px 8px; border-radius: 8px; background: #f1eee6; }
li.on { background: #d8ebe8; outline: 2px solid #0e6b64; }
time { display: block; font-size: 12px; }
a { color: #0e6b64; }
`;

function html(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
