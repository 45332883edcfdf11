import { describe, expect, it } from 'vitest';
import { htmlAsText, rewriteHtml } from './body-html.ts';
import { ANA, given, HOUR, TUESDAY } from './test-world.ts';

const plain = { safeLinks: false };
const patch = (body: unknown) => ({ method: 'PATCH', body: JSON.stringify({ body }) });
const teams = { subject: 'Once', start: TUESDAY, end: TUESDAY + HOUR, html: '<p>Before</p>', teams: true };

describe('what Outlook makes of HTML', () => {
  it('puts a document around it and takes out what marks are hidden in', () => {
    const made = rewriteHtml(
      `<!-- mark --><div id=block class='a b' data-mark="1" style='COLOR : red;margin:0' onclick="x()">1 &lt; 2&apos;s<br/><script>x</script></div>`,
      plain,
    );
    expect(made).toMatch(/^<html>\r\n<head>\r\n<meta http-equiv="Content-Type"[^>]*>\r\n<\/head>\r\n<body>/);
    expect(made).toContain(
      `<div id="x_block" class="x_a x_b" style="color:red; margin:0">1 &lt; 2's<br></div>`,
    );
    expect(made).not.toMatch(/mark|script|onclick/);
  });

  it('comes out the same when it is written a second time', () => {
    const made = rewriteHtml(
      '<p id="a" style="a:b;c:d">x&nbsp;&uuml; &amp; y</p>\n<ul><li>1</li></ul>',
      plain,
    );
    expect(rewriteHtml(made, plain)).toBe(made);
  });

  it('leaves text and links', () => {
    const html =
      '<p>Agenda:</p><ul><li>Check-in <b>5</b> min</li></ul><a href="https://x.example/?a=1&amp;b=2">join</a>';
    expect(htmlAsText(rewriteHtml(html, plain))).toBe(
      'Agenda:\r\n*   Check-in 5 min\r\n\r\njoin<https://x.example/?a=1&b=2>',
    );
  });

  it('leads links through a protecting host where it was told to', () => {
    const made = rewriteHtml('<a href="https://x.example/">x</a>', { safeLinks: true });
    expect(made).toContain('safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.example%2F&amp;');
  });

  it('is done to what is written, and can be switched off', async () => {
    const { ask, control } = given();
    const id = control.events.put(ANA, { ...teams, teams: false });
    const written = await ask(`/me/events/${id}`, patch({ contentType: 'HTML', content: '<p id="a">x</p>' }));
    expect(written.body.body?.content).toContain('<p id="x_a">x</p>');
    control.behaviour.rewriteHtml = false;
    const raw = await ask(`/me/events/${id}`, patch({ contentType: 'html', content: '<p id="a">x</p>' }));
    expect(raw.body.body?.content).toBe('<p id="a">x</p>');
  });

  it('shows text as HTML and HTML as text to who asks', async () => {
    const { ask, control } = given();
    const id = control.events.put(ANA, { ...teams, teams: false, text: 'One\nTwo <3' });
    expect((await ask(`/me/events/${id}`)).body.body).toMatchObject({
      contentType: 'html',
      content: expect.stringContaining('One<br>\r\nTwo &lt;3'),
    });
    const text = { headers: { prefer: 'outlook.body-content-type="text"' } };
    expect((await ask(`/me/events/${id}`, text)).body.body).toEqual({
      contentType: 'text',
      content: 'One\nTwo <3',
    });
  });
});

describe('an online meeting', () => {
  it('lies in the body, and is switched off when a new body loses it', async () => {
    const { ask, control } = given();
    const id = control.events.put(ANA, teams);
    const { body } = await ask(`/me/events/${id}`);
    expect(body).toMatchObject({ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' });
    const content = String(body.body?.content);
    expect(content).toContain(String(body.onlineMeeting?.joinUrl).replace(/&/g, '&amp;'));
    const kept = await ask(
      `/me/events/${id}`,
      patch({ contentType: 'html', content: content.replace('Before', 'After') }),
    );
    expect(kept.body).toMatchObject({ isOnlineMeeting: true, bodyPreview: expect.stringContaining('After') });
    const lost = await ask(`/me/events/${id}`, patch({ contentType: 'html', content: '<p>After</p>' }));
    expect(lost.body).toMatchObject({
      isOnlineMeeting: false,
      onlineMeeting: null,
      onlineMeetingProvider: 'unknown',
    });
  });

  it('is lost to plain text too, even with its address in it', async () => {
    const { ask, control } = given();
    const id = control.events.put(ANA, teams);
    const joinUrl = control.events.read(ANA, id).onlineMeeting?.joinUrl;
    const lost = await ask(
      `/me/events/${id}`,
      patch({ contentType: 'text', content: `me-email-text ${joinUrl}` }),
    );
    expect(lost.body.isOnlineMeeting).toBe(false);
  });
});
