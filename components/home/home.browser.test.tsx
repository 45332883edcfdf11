import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Series } from '@/lib/calendar/event';
import type { SpottedSeries } from '@/lib/store/calendar';
import { mount } from '@/test/gallery/mount';
import { DataUnavailable } from '../card/DataUnavailable.tsx';
import { AddFeed } from './calendars/AddFeed.tsx';
import { AddFile } from './calendars/AddFile.tsx';
import { SpottedArticle } from './calendars/SpottedArticle.tsx';
import type { FileImports } from './calendars/use-file-imports.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import './calendars/calendars.css';

let shown: Awaited<ReturnType<typeof mount>> | undefined;

afterEach(() => {
  shown?.remove();
  shown = undefined;
});

async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

describe('when the data on this computer cannot be opened', () => {
  for (const reason of ['blocked', 'newer', 'full', 'failed'] as const)
    it(`says what happened, what was kept and what to do (${reason})`, async () => {
      const onRetry = vi.fn();
      shown = await mount(<DataUnavailable reason={reason} onRetry={onRetry} />);
      const alert = page.getByRole('alert');
      await expect.element(alert.getByRole('heading', { level: 1 })).toBeVisible();
      expect(alert.element().querySelectorAll('p')).toHaveLength(2);
      expect(alert.element().textContent).toMatch(/Nothing was changed|still there/);
      await expectAccessible();
      await userEvent.click(page.getByRole('button', { name: 'Try again' }));
      expect(onRetry).toHaveBeenCalledOnce();
    });

  it('opens by itself as soon as a full disk has room, and does not try for ever where it was not full', async () => {
    const onRetry = vi.fn();
    const estimate = vi.spyOn(navigator.storage, 'estimate').mockResolvedValue({ usage: 0, quota: 1e9 });
    vi.useFakeTimers();
    try {
      shown = await mount(<DataUnavailable reason="full" onRetry={onRetry} />);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(onRetry).not.toHaveBeenCalled();
      estimate.mockResolvedValue({ usage: 0, quota: 5_000_000 });
      await vi.advanceTimersByTimeAsync(20_000);
      expect(onRetry).not.toHaveBeenCalled();
      estimate.mockResolvedValue({ usage: 0, quota: 1e9 });
      await vi.advanceTimersByTimeAsync(20_000);
      expect(onRetry).toHaveBeenCalledOnce();
    } finally {
      vi.useRealTimers();
      vi.restoreAllMocks();
    }
  });
});

describe('adding a feed', () => {
  it('takes a no of the browser calmly: nothing is added, and the address stays for another time', async () => {
    // No extension here, so the browser gives no leave: the same as a no.
    shown = await mount(<AddFeed />);
    const address = page.getByRole('textbox', { name: 'Calendar feed address' });
    await userEvent.fill(address, 'https://cal.example.org/private-s3cret/basic.ics');
    await userEvent.click(page.getByRole('button', { name: 'Add feed' }));
    await expect
      .element(page.getByRole('alert').getByText('Circlekeeper was not allowed to read from cal.example.org'))
      .toBeVisible();
    expect(page.getByRole('alert').element().textContent).toContain('Nothing was added.');
    await expect.element(address).toHaveValue('https://cal.example.org/private-s3cret/basic.ics');
    await expectAccessible();
  });

  it('says what is wrong with an address before anything is asked of the browser', async () => {
    shown = await mount(<AddFeed />);
    const wrong = {
      '': 'There is no address yet',
      'http://cal.example.org/a.ics': 'This address is not a protected one',
    };
    for (const [typed, words] of Object.entries(wrong)) {
      await userEvent.fill(page.getByRole('textbox', { name: 'Calendar feed address' }), typed);
      await userEvent.keyboard('{Enter}');
      await expect.element(page.getByRole('alert').getByText(words)).toBeVisible();
    }
  });
});

describe('reading a file', () => {
  it('shows how far it has come in events and bytes, and can be called off', async () => {
    const cancel = vi.fn();
    const imports: FileImports = {
      current: { name: 'work.ics', size: 2_900_000, progress: { bytes: 1_450_000, events: 3_200 } },
      waiting: 1,
      finished: [],
      read: () => {},
      cancel,
      dismiss: () => {},
    };
    shown = await mount(<AddFile imports={imports} />);
    const bar = page.getByRole('progressbar');
    await expect.element(bar).toHaveAttribute('aria-valuetext', '3,200 events · 1.5 MB of 2.9 MB');
    const element = bar.element() as HTMLProgressElement;
    expect(element.labels[0]?.textContent).toBe('Reading “work.ics”');
    expect(element.position).toBeCloseTo(0.5);
    await userEvent.click(page.getByRole('button', { name: 'Cancel' }));
    expect(cancel).toHaveBeenCalledOnce();
    await expectAccessible();
  });
});

describe('a series that was split', () => {
  const series: Series = {
    key: 'new',
    uid: 'new',
    sourceId: 'a',
    title: 'Thursday circle',
    description: '',
    location: '',
    zone: 'Europe/Berlin',
    start: 0,
    lengthMs: 90 * 60_000,
    allDay: false,
    status: 'confirmed',
    myResponse: null,
    cadence: { everyDays: 14, weekdays: [4] },
    rule: '',
    organizer: null,
    guests: [],
    call: null,
    occurrences: [{ originalStart: 0, start: 0, lengthMs: 90 * 60_000, cancelled: false }],
  };
  const spotted: SpottedSeries = {
    series: { ...series, verdict: 'circle', score: 0.8, code: '' },
    spotted: { score: 0.8, verdict: 'circle', reasons: [{ kind: 'every', everyDays: 14, weekday: 4 }] },
    decision: undefined,
  };

  it('is one question with the circle’s name in it, and a yes names the circle', async () => {
    const onBelongs = vi.fn();
    shown = await mount(
      <SpottedArticle
        spotted={spotted}
        names={new Map([['c', 'Our circle']])}
        goesOn="c"
        isNext
        onCircle={() => {}}
        onNot={() => {}}
        onBelongs={onBelongs}
        onAskAgain={() => {}}
      />,
    );
    const article = page.getByRole('article', { name: 'Thursday circle' });
    await expect.element(article.getByText(/Is this still Our circle\?/)).toBeVisible();
    await expect.element(article.getByRole('listitem')).toHaveTextContent('every second Thursday');
    await expectAccessible();
    await userEvent.click(article.getByRole('button', { name: 'Yes, this is Our circle' }));
    expect(onBelongs).toHaveBeenCalledWith('c', 'Our circle');
  });
});
