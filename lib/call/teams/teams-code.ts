/**
 * A place in Teams that names a meeting, in plain characters: `/l/meetup-join/<thread>/0`, the same behind `#`
 * (`/v2/?…#/l/…`, `/_#/l/…`), `/meet/<digits>?p=…`, and `/dl/launcher/launcher.html?url=<one of these>`. All seen in
 * 2025–26. No `:` before `url=`: else an address laid into itself often has two readings each time, and never ends.
 */
const PLACE =
  /^(?:https:\/\/teams\.(?:microsoft\.com|live\.com|cloud\.microsoft)(?:\/dl\/launcher\/launcher\.html\?(?:[^#:]*&)?url=)?)+(?:\/(?:_|v2\/)?(?:\?[^#]*)?#)?\/(?:l\/meetup-join\/(19:[^/?&\s"]+@thread\.\w+)|meet\/(\d{10,15}))(?![^/?&#])/i;

/**
 * The code of a Microsoft Teams address: the id of the meeting's thread (`19:meeting_…@thread.v2`), or the number of a
 * short address. The two name the same meeting without either telling the other. Null for every other page of the hosts.
 */
export function teamsCode({ href, origin, pathname, searchParams }: URL): string | null {
  let place = href;
  // 2025: `/light-meetings/launch?coords=<base64 of JSON>`. A `+` that was not escaped arrives as a space.
  const coords = /^\/light-meetings/.test(pathname) && searchParams.get('coords');
  try {
    if (coords)
      place = `${origin}/l/meetup-join/${JSON.parse(atob(coords.replaceAll(' ', '+'))).conversationId}`;
  } catch {
    // Nothing that Teams packed; its address names no place either.
  }
  // Escaped once, twice, or as often as addresses were laid into each other.
  const plain = place.replace(/%(?:25)*(\w\w)/g, (_, hex) => String.fromCharCode(+`0x${hex}`));
  const [, thread, digits] = PLACE.exec(plain) ?? [];
  return thread ?? digits ?? null;
}
