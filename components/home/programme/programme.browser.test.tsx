import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PMC } from '@/lib/meeting/format';
import { writeFormatFile } from '@/lib/meeting/formats/format-file';
import { database } from '@/lib/store/database';
import { openDatabase } from '@/lib/store/open';
import { listOwnFormats } from '@/lib/store/own-formats';
import { lookAt } from '@/test/builders/look-at';
import { mountAtHome } from '@/test/gallery/mount';
import { AgreementFields } from '../circles/AgreementFields.tsx';
import { FormatsPage } from '../formats/FormatsPage.tsx';
import { useWay } from '../share/use-way.ts';
import { WayFields } from '../share/WayFields.tsx';
import { ProgrammeSection } from './ProgrammeSection.tsx';
import { useProgramme } from './use-programme.ts';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import '../home.css';
import '../settings/settings.css';

const policy = vi.hoisted(() => ({ set: {} as Record<string, unknown>, changed: () => {} }));
vi.mock('@/lib/platform/managed', () => ({
  readManaged: async () => policy.set,
  followManaged: (changed: () => void) => {
    policy.changed = changed;
  },
}));

const RULE = 'We tell the office when our circle ends.';
const GOOD = {
  googleClientId: 'g.apps.googleusercontent.com',
  relays: [{ name: 'Relay of the graduate school', address: 'wss://circle:secret@relay.example.org:8884' }],
  agreement: [RULE],
  formats: [writeFormatFile({ ...PMC, id: 'x', name: 'Writing hour' })],
};

let shown: Awaited<ReturnType<typeof mountAtHome>>;
const show = async (what: React.ReactNode) => {
  shown = await mountAtHome(what);
};

function Settings() {
  const programme = useProgramme();
  return programme ? <ProgrammeSection programme={programme} /> : <p>Nothing set</p>;
}

function Rules({ onChange }: { readonly onChange: (next: readonly string[]) => void }) {
  const [items, setItems] = useState<readonly string[]>([]);
  const change = (next: readonly string[]) => {
    onChange(next);
    setItems(next);
  };
  return <AgreementFields items={items} onChange={change} own="" onOwn={() => undefined} />;
}

function WayToChoose() {
  return <WayFields way={useWay([], 'relay')} />;
}

beforeEach(async () => {
  const db = database();
  await db.delete();
  expect(await openDatabase(db)).toBeNull();
  policy.set = GOOD;
});
afterEach(() => shown.remove());

describe('what a programme sets', () => {
  it('stands in Settings with what is wrong in it, never a password, and follows a policy that changes', async () => {
    policy.set = { ...GOOD, shareEverything: true, agreement: [RULE, 5] };
    await show(<Settings />);
    await expect.element(page.getByRole('heading', { name: 'Set by your programme' })).toBeVisible();
    await expect
      .element(page.getByText('Relay of the graduate school · relay.example.org:8884'))
      .toBeVisible();
    await expect.element(page.getByText('shareEverything is not known.')).toBeVisible();
    await expect
      .element(page.getByText('agreement 2 is empty, too long or of the wrong kind.'))
      .toBeVisible();
    expect(document.body.textContent).not.toContain('secret');
    await lookAt('../../../test-results/programme/settings', {
      all: true,
      whole: true,
      rules: { region: { enabled: false } },
    });
    policy.set = {};
    policy.changed();
    await expect.element(page.getByText('Nothing set')).toBeVisible();
  });

  it('offers a rule that nobody ticked, beside the others', async () => {
    const chosen: (readonly string[])[] = [];
    await show(<Rules onChange={(next) => chosen.push(next)} />);
    const box = page.getByRole('checkbox', { name: `${RULE} (From your programme)` });
    await expect.element(box).not.toBeChecked();
    await userEvent.click(box);
    await userEvent.click(box);
    expect(chosen).toEqual([[RULE], []]);
  });

  it('offers a relay that is contacted by nobody and fills the fields only when it is taken', async () => {
    const sockets = vi.spyOn(globalThis, 'WebSocket');
    await show(<WayToChoose />);
    const offer = page.getByRole('region', { name: 'Relay of the graduate school' });
    await expect.element(offer).toBeVisible();
    const address = page.getByRole('textbox', { name: 'Address of the relay' });
    await expect.element(address).toHaveValue('');
    expect(sockets).not.toHaveBeenCalled();
    await lookAt('../../../test-results/programme/relay', {
      whole: true,
      rules: { region: { enabled: false } },
    });
    await userEvent.click(offer.getByRole('button', { name: 'Use this one' }));
    await expect.element(address).toHaveValue('wss://relay.example.org:8884/');
    expect(sockets).not.toHaveBeenCalled();
    sockets.mockRestore();
  });

  it('offers a format to copy and not to change', async () => {
    await show(<FormatsPage formatId={null} />);
    const card = page.getByRole('article', { name: 'Writing hour' });
    await expect.element(card).toBeVisible();
    expect(card.getByRole('button').elements()).toHaveLength(1);
    expect(card.getByRole('link').elements()).toHaveLength(0);
    await userEvent.click(card.getByRole('button', { name: /^Make it my own/ }));
    await vi.waitFor(async () => expect(await listOwnFormats(database())).toHaveLength(1));
    location.hash = '';
  });
});
