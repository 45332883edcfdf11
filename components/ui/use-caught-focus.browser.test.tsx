import { useRef, useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '@/test/gallery/mount';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { Section } from './Section.tsx';
import { TextField } from './TextField.tsx';
import { useCaughtFocus } from './use-caught-focus.ts';

function Goals() {
  const [gone, setGone] = useState(false);
  return gone ? <p>Nothing left</p> : <Button onClick={() => setGone(true)}>Take away</Button>;
}

function Erasing() {
  const [at, setAt] = useState<'there' | 'asked' | 'gone'>('there');
  if (at === 'gone') return null;
  return (
    <>
      <Button onClick={() => setAt('asked')}>Erase</Button>
      <Dialog open={at === 'asked'} onClose={() => setAt('there')} title="Erase it?">
        <Button onClick={() => setAt('gone')}>Yes</Button>
      </Dialog>
    </>
  );
}

function Writing() {
  const [open, setOpen] = useState(false);
  return open ? (
    <TextField autoFocus label="Words" value="" onChange={() => {}} />
  ) : (
    <Button onClick={() => setOpen(true)}>Write</Button>
  );
}

function Place() {
  const place = useRef<HTMLElement>(null);
  useCaughtFocus(place);
  return (
    <main ref={place}>
      <Section title="Goals">
        <Goals />
      </Section>
      <Section title="Notes">
        <Erasing />
        <Writing />
      </Section>
    </main>
  );
}

let shown: Awaited<ReturnType<typeof mount>>;
beforeEach(async () => {
  shown = await mount(<Place />);
});
afterEach(() => shown.remove());

const focused = () =>
  (document.activeElement instanceof HTMLInputElement
    ? document.activeElement.labels?.[0]?.textContent
    : null) ??
  document.activeElement?.querySelector('.section-title')?.textContent ??
  document.activeElement?.localName;
async function press(name: string): Promise<void> {
  const button = page.getByRole('button', { name }).element();
  if (button instanceof HTMLElement) button.focus();
  await userEvent.keyboard('{Enter}');
}

test('the part around a button that goes when it is pressed has the focus then', async () => {
  await press('Take away');
  await expect.poll(focused).toBe('Goals');
});

test('also where a sheet was in between, and what had opened it is gone with it', async () => {
  await press('Erase');
  await press('Yes');
  await expect.poll(focused).toBe('Notes');
});

test('what takes the focus itself keeps it', async () => {
  await press('Write');
  await expect.poll(focused).toBe('Words');
  await new Promise((done) => setTimeout(done, 100));
  expect(focused()).toBe('Words');
});
