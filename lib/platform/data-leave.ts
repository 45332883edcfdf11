import { browser } from 'wxt/browser';
import { SENT_TO_CALENDARS, SENT_TO_RELAYS } from './data-sent.ts';

type Sent = readonly (typeof SENT_TO_RELAYS)[number][];

/** The part of a permission request that is about data; other browsers know no such question and refuse the field. */
export const dataPart = (sent: Sent): { data_collection?: string[] } =>
  import.meta.env.FIREFOX ? { data_collection: [...sent] } : {};

const wanted = (sent: Sent) => ({ origins: [] as string[], ...dataPart(sent) });

/**
 * Asks for leave to send what is written in a circle to its relay. Must be the first thing a click does. True at once where
 * the browser has no such question, or was answered with yes before; false when refused.
 */
export async function askToSend(): Promise<boolean> {
  if (!import.meta.env.FIREFOX) return true;
  try {
    return await browser.permissions.request(wanted(SENT_TO_RELAYS));
  } catch {
    return false;
  }
}

const mayGo = async (sent: Sent): Promise<boolean> =>
  !import.meta.env.FIREFOX || browser.permissions.contains(wanted(sent));

/** Whether it may be sent just now: the leave can be taken back in Firefox's own page of add-ons at any time. */
export const maySend = (): Promise<boolean> => mayGo(SENT_TO_RELAYS);

/** The same for an agenda, with names, that is to be written into a calendar's event. */
export const maySendToCalendars = (): Promise<boolean> => mayGo(SENT_TO_CALENDARS);
