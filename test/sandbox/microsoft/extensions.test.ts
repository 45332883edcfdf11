import { describe, expect, it } from 'vitest';
import { ANA, circle, DAY, given, json, once, TUESDAY } from './test-world.ts';

const NAME = 'org.example.mark';
const TYPE = 'microsoft.graph.openTypeExtension';
const make = (data: object, extensionName = NAME) =>
  json('POST', { '@odata.type': TYPE, extensionName, ...data });

function event() {
  const world = given();
  const id = world.control.events.put(ANA, once);
  return { ...world, id, at: `/me/events/${id}/extensions` };
}

describe('open extensions', () => {
  it('are made, read by either name, changed and deleted', async () => {
    const { ask, at } = event();
    const made = await ask(at, make({ circle: 'c1', minutes: [5, 10] }));
    expect(made).toMatchObject({
      status: 201,
      body: { id: `${TYPE}.${NAME}`, extensionName: NAME, circle: 'c1' },
    });
    expect((await ask(`${at}/Microsoft.OutlookServices.OpenTypeExtension.${NAME}`)).body).toMatchObject({
      circle: 'c1',
      minutes: [5, 10],
    });
    await ask(`${at}/${NAME}`, json('PATCH', { '@odata.type': TYPE, circle: 'c2', minutes: null }));
    const { body } = await ask(`${at}/${NAME}`);
    expect(body).toMatchObject({ circle: 'c2', id: `Microsoft.OutlookServices.OpenTypeExtension.${NAME}` });
    expect(body).not.toHaveProperty('minutes');
    expect((await ask(`${at}/${NAME}`, { method: 'DELETE' })).status).toBe(204);
    expect((await ask(`${at}/${NAME}`)).status).toBe(404);
    expect((await ask(`${at}/${NAME}`, json('PATCH', { a: 1 }))).status).toBe(404);
  });

  it('come with an event only when asked for by id', async () => {
    const { ask, at, id } = event();
    await ask(at, make({ a: 1 }));
    expect((await ask(`/me/events/${id}`)).body).not.toHaveProperty('extensions');
    const asked = await ask(`/me/events/${id}?$expand=extensions($filter=id eq '${NAME}')&$select=subject`);
    expect(asked.body.extensions).toMatchObject([{ extensionName: NAME, a: 1 }]);
    expect((await ask(`/me/events/${id}?$expand=extensions`)).body.error?.code).toBe('ErrorInvalidRequest');
    const found = await ask(
      `/me/events?$filter=Extensions/any(f:f/id eq '${NAME}')&$expand=Extensions($filter=id eq '${NAME}')`,
    );
    expect(found.body.value).toHaveLength(1);
    expect((await ask(`/me/events?$filter=Extensions/any(f:f/id eq 'org.other')`)).body.value).toEqual([]);
  });

  it.each([
    ['no type', json('POST', { extensionName: NAME })],
    ['no name', json('POST', { '@odata.type': TYPE })],
    ["Microsoft's name", make({}, 'com.microsoft.mark')],
    ['objects within', make({ a: { b: 1 } })],
    ['more than two thousand bytes', make({ a: 'ä'.repeat(1100) })],
  ])('are refused with %s', async (_, request) => {
    const { ask, at } = event();
    expect((await ask(at, request)).status).toBe(400);
  });

  it('are made once, and the mailbox keeps their names for ever', async () => {
    const { ask, at, control } = event();
    await ask(at, make({}));
    expect((await ask(at, make({}))).status).toBe(409);
    control.limits.propertyNames = 1;
    expect((await ask(at, make({}, 'org.example.second'))).status).toBe(400);
    await ask(`${at}/${NAME}`, { method: 'DELETE' });
    expect((await ask(at, make({}, 'org.example.second'))).status).toBe(400);
    expect((await ask(at, make({}))).status).toBe(201);
  });

  it('change the etag of their event, and are refused with an old one', async () => {
    const { ask, at, id } = event();
    const before = String((await ask(`/me/events/${id}`)).body['@odata.etag']);
    await ask(at, make({}));
    expect((await ask(`/me/events/${id}`)).body['@odata.etag']).not.toBe(before);
    expect((await ask(`${at}/${NAME}`, json('PATCH', { a: 1 }, { 'if-match': before }))).status).toBe(412);
  });

  it('of a date make it an exception and leave the series', async () => {
    const { ask, control } = given();
    const id = circle(control);
    const [first = ''] = control.events.dates(ANA, id, TUESDAY, TUESDAY + DAY);
    await ask(`/me/events/${first}/extensions`, make({ a: 1 }));
    expect(control.events.read(ANA, first).type).toBe('exception');
    expect(control.events.extensions(ANA, id)).toEqual({});
    expect((await ask(`/me/events/${first}/extensions/${NAME}`)).status).toBe(200);
  });
});
