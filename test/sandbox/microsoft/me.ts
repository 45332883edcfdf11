import type { Calendar, User } from '@microsoft/microsoft-graph-types';
import type { Annotations } from './event-view.ts';
import { type GraphAnswer, type GraphRequest, notAllowed, ROOT } from './graph-request.ts';
import { paged } from './lists.ts';
import { GraphProblem } from './problem.ts';
import { checkQuery, select } from './query.ts';
import { CALENDAR, USER } from './shapes.ts';
import { type Account, opaque, type StoredCalendar } from './state.ts';

/** `/me` */
export function me({ method, account, query, scopes }: GraphRequest): GraphAnswer {
  if (method !== 'GET') throw notAllowed();
  if (!scopes.has('User.Read'))
    throw new GraphProblem(
      403,
      'Authorization_RequestDenied',
      'Insufficient privileges to complete the operation.',
    );
  checkQuery(query, 'one');
  const [givenName, ...surname] = account.name.split(' ');
  const user: User & Annotations = {
    '@odata.context': `${ROOT}/$metadata#users/$entity`,
    businessPhones: [],
    displayName: account.name,
    givenName: givenName ?? null,
    id: account.oid,
    jobTitle: null,
    mail: account.email,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: surname.join(' ') || null,
    userPrincipalName: account.email,
  };
  return { status: 200, body: select(user, query, USER, 'user') };
}

/** A calendar as Graph shows it. */
export function sendCalendar(calendar: StoredCalendar, account: Account): Calendar {
  const work = account.tenant.kind === 'work';
  return {
    id: calendar.id,
    name: calendar.name,
    color: 'auto',
    hexColor: calendar.hexColor,
    isDefaultCalendar: calendar.isDefault,
    changeKey: opaque(`${calendar.id} ${calendar.name}`, 28),
    canShare: calendar.canEdit,
    canViewPrivateItems: true,
    canEdit: calendar.canEdit,
    allowedOnlineMeetingProviders: work ? ['teamsForBusiness'] : [],
    defaultOnlineMeetingProvider: work ? 'teamsForBusiness' : 'unknown',
    isTallyingResponses: calendar.isDefault,
    isRemovable: !calendar.isDefault,
    owner: calendar.owner,
  };
}

/** `/me/calendars` */
export function calendars(request: GraphRequest): GraphAnswer {
  if (request.method !== 'GET') throw notAllowed();
  checkQuery(request.query, 'list');
  const all = [...request.account.mailbox.calendars.values()].map((one) =>
    select(sendCalendar(one, request.account), request.query, CALENDAR, 'calendar'),
  );
  return { status: 200, body: paged(request, all, 10) };
}
