import { beforeEach, expect, it, vi } from 'vitest';

const create = vi.hoisted(() => vi.fn());
vi.mock('../../../lib/platform/browser', () => ({
  browser: { tabs: { create }, runtime: { getURL: (path: string) => `chrome-extension://ferry${path}` } },
}));
const { openPage, openTab } = await import('../../../lib/platform/tabs');

beforeEach(() => create.mockClear());

it.each(['https://www.tiktok.com/@fern/video/7', 'http://shop.example/'])('opens %s', (url) => {
  openTab(url);
  expect(create).toHaveBeenCalledExactlyOnceWith({ url });
});

it.each([
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'file:///etc/passwd',
  'chrome://settings/',
  'chrome-extension://ferry/options.html',
  ' ',
  'tiktok.com',
])('does not open %s, whoever wrote it', (url) => {
  openTab(url);
  expect(create).not.toHaveBeenCalled();
});

it('opens a page of our own by its name', () => {
  openPage('/compose.html#recent');
  expect(create).toHaveBeenCalledExactlyOnceWith({ url: 'chrome-extension://ferry/compose.html#recent' });
});
