/**
 * What Firefox calls what leaves this computer when a circle is shared over a relay: names and addresses of members, and
 * what they write to each other (https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent, "Taxonomy").
 * The manifest names the same as optional: nobody has to give leave for what they do not use.
 */
export const SENT_TO_RELAYS = ['personalCommunications', 'personallyIdentifyingInfo'] as const;
/** The same for an agenda written into a calendar's event: names of those who have a role. */
export const SENT_TO_CALENDARS = ['personallyIdentifyingInfo'] as const;
