import { describe, expect, it } from 'vitest';
import { DraftChange } from '../../../lib/drafts/change';
import { Content, DraftMedia, untouchedSettings } from '../../../lib/drafts/draft';
import { longestWritten } from '../../../lib/drafts/text-limits';
import { AppError, ErrorData, toErrorData } from '../../../lib/errors/app-error';
import { LookSource } from '../../../lib/media/look-source';

const address = 'https://shop.example/a.mp4';
const media = (urls: string[], poster?: string) => ({
  id: 'a',
  kind: 'video',
  source: { from: 'url', urls, status: 'direct' },
  ...(poster === undefined ? {} : { poster }),
});
const content = (caption: string, count = 1) => ({
  kind: 'video',
  media: Array(count).fill(media([address])),
  title: '',
  caption,
  mode: 'direct',
  settings: untouchedSettings,
});
const fits = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('what a draft takes', () => {
  it.each([address, 'blob:https://shop.example/1', 'data:image/png;base64,AA'])('is media at %s', (url) => {
    expect(fits(DraftMedia, media([url], url))).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    `https://a.example/${'a'.repeat(5_000)}`,
  ])('is no media at %.40s', (url) => {
    expect(fits(DraftMedia, media([url]))).toBe(false);
    expect(fits(DraftMedia, media([address], url))).toBe(false);
    expect(fits(LookSource, { urls: [url], status: 'direct' })).toBe(false);
  });

  it('is all that can be typed, and no more', () => {
    expect(fits(Content, content('a'.repeat(longestWritten)))).toBe(true);
    expect(fits(Content, content('a'.repeat(longestWritten + 1)))).toBe(false);
    expect(fits(DraftChange, { do: 'write', caption: 'a'.repeat(longestWritten) })).toBe(true);
    expect(fits(DraftChange, { do: 'write', caption: 'a'.repeat(longestWritten + 1) })).toBe(false);
  });

  it('is not a flood of media or addresses', () => {
    expect(fits(Content, content('', 35))).toBe(true);
    expect(fits(Content, content('', 701))).toBe(false);
    expect(fits(DraftMedia, media(Array(17).fill(address)))).toBe(false);
    expect(fits(LookSource, { urls: Array(17).fill(address), status: 'direct' })).toBe(false);
  });
});

it('a server’s endless answer does not make an error unreadable', () => {
  const endless = 'a'.repeat(1_000_000);
  const data = toErrorData(
    new AppError('unexpected', { facts: { reason: endless, status: 500 }, logId: endless }),
  );
  expect(data.facts.reason).toHaveLength(1_000);
  expect(data.facts.status).toBe(500);
  expect(ErrorData.parse(data)).toEqual(data);
  const kept = ErrorData.parse({ ...data, facts: { reason: endless, until: 1e300 } });
  expect(kept.facts.reason).toHaveLength(1_000);
  expect(new Date(Number(kept.facts.until)).getTime()).not.toBeNaN();
});
