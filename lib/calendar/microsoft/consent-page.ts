/** The tenant of all personal accounts (outlook.com, hotmail, live), the same for everybody. */
const PERSONAL = '9188040d-6c67-4c5b-b112-36a304b66dad';

/**
 * Where a member can take back what they allowed, for the screen to show after disconnecting. Entra gives an app in
 * a browser no way to withdraw consent or to end its own tokens: the endpoints that could (`revokeSignInSessions`,
 * `oauth2PermissionGrants`) need an administrator's rights or sign the person out everywhere. So disconnecting deletes
 * the tokens from this device (the access token holds for about an hour, the refresh token for at most a day), and
 * the leave itself stays until it is taken back there.
 */
export function consentPage(identity: { id: string }): string {
  return identity.id.endsWith(`.${PERSONAL}`)
    ? 'https://account.live.com/consent/Manage'
    : 'https://myapps.microsoft.com/';
}
