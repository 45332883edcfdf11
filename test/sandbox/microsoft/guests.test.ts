import { describe, expect, it } from 'vitest';
import { ANA, BEA, given, json, once } from './test-world.ts';

describe('guests', () => {
  const invited = { ...once, guests: [BEA, 'cy@elsewhere.example'] };

  it('are mailed for every change but personal ones; of attendees alone, only who is new or gone', async () => {
    const { ask, control } = given();
    const id = control.events.put(ANA, invited);
    control.mails.length = 0;
    await ask(`/me/events/${id}`, json('PATCH', { categories: ['Blue'], showAs: 'free' }));
    await ask(
      `/me/events/${id}/extensions`,
      json('POST', {
        '@odata.type': 'microsoft.graph.openTypeExtension',
        extensionName: 'org.example.mark',
        a: 1,
      }),
    );
    expect(control.mails).toEqual([]);
    await ask(`/me/events/${id}`, json('PATCH', { body: { contentType: 'html', content: 'Agenda' } }));
    expect(control.mails).toMatchObject([{ kind: 'update', to: [BEA, 'cy@elsewhere.example'] }]);
    control.mails.length = 0;
    control.events.addGuest(ANA, id, 'di@elsewhere.example');
    expect(control.mails).toMatchObject([{ kind: 'invitation', to: ['di@elsewhere.example'] }]);
  });

  it('have a copy of their own; what they write stays there', async () => {
    const { ask, control } = given();
    const id = control.events.put(ANA, invited);
    const [copy = ''] = control.events.ids(BEA);
    const token = control.tokens.issue(BEA);
    const seen = (await ask(`/me/events/${copy}`, { token })).body;
    expect(seen).toMatchObject({
      isOrganizer: false,
      responseStatus: { response: 'notResponded' },
      iCalUId: control.events.read(ANA, id).iCalUId,
    });
    control.mails.length = 0;
    await ask(`/me/events/${copy}`, {
      ...json('PATCH', { body: { contentType: 'html', content: 'Mine' } }),
      token,
    });
    expect(control.events.text(BEA, copy)).toBe('Mine');
    expect(control.events.text(ANA, id)).toBe('');
    expect(control.mails).toEqual([]);
  });

  it('do not see the extensions of the organiser', async () => {
    const { ask, control } = given();
    const id = control.events.put(ANA, invited);
    await ask(
      `/me/events/${id}/extensions`,
      json('POST', {
        '@odata.type': 'microsoft.graph.openTypeExtension',
        extensionName: 'org.example.mark',
        a: 1,
      }),
    );
    await ask(`/me/events/${id}`, json('PATCH', { subject: 'Again' }));
    const [copy = ''] = control.events.ids(BEA);
    expect(control.events.read(BEA, copy).subject).toBe('Again');
    expect(
      (await ask(`/me/events/${copy}/extensions/org.example.mark`, { token: control.tokens.issue(BEA) }))
        .status,
    ).toBe(404);
  });

  it('answer, and the organiser sees it; a declined meeting leaves their calendar', () => {
    const { control } = given();
    const id = control.events.put(ANA, invited);
    const [copy = ''] = control.events.ids(BEA);
    control.events.respond(BEA, copy, 'accepted');
    expect(control.events.read(BEA, copy).responseStatus?.response).toBe('accepted');
    control.events.respond(BEA, copy, 'declined');
    expect(control.events.read(ANA, id).attendees?.[0]?.status?.response).toBe('declined');
    expect(control.events.ids(BEA)).toEqual([]);
  });

  it('keep a cancelled copy of what the organiser calls off', () => {
    const { control } = given();
    control.events.delete(ANA, control.events.put(ANA, invited));
    const [copy = ''] = control.events.ids(BEA);
    expect(control.events.read(BEA, copy)).toMatchObject({ isCancelled: true, subject: 'Canceled: Once' });
    expect(control.mails.at(-1)).toMatchObject({ kind: 'cancellation', to: [BEA, 'cy@elsewhere.example'] });
  });
});
