import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { attend } from '../../../lib/messages/attend';
import { ask } from '../../../lib/messages/client';

vi.mock('../../../lib/messages/client', () => ({ ask: vi.fn(async () => undefined) }));

/** As much of a document as attending looks at. */
class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';

  turn(to: DocumentVisibilityState): void {
    this.visibilityState = to;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

const words = () => vi.mocked(ask).mock.calls.length;

describe('attending', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.mocked(ask).mockClear();
  });
  afterEach(() => vi.useRealTimers());

  it('tells at once that the page is open, and goes on telling', () => {
    const end = attend(new Page());
    expect(words()).toBe(1);
    vi.advanceTimersByTime(10_000);
    expect(words()).toBe(3);
    end();
  });

  it('is silent while the page lies behind another, and tells when it comes back', () => {
    const page = new Page();
    const end = attend(page);
    page.turn('hidden');
    vi.advanceTimersByTime(60_000);
    expect(words()).toBe(1);
    page.turn('visible');
    expect(words()).toBe(2);
    end();
  });

  it('is silent after its end', () => {
    const page = new Page();
    attend(page)();
    page.turn('visible');
    vi.advanceTimersByTime(60_000);
    expect(words()).toBe(1);
  });
});
