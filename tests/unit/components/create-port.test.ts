import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPort } from '../../../components/hooks/create-port';
import { type Draft, untouchedSettings } from '../../../lib/drafts/draft';
import { AppError } from '../../../lib/errors/app-error';
import { fakePort } from '../../fakes/port';

const { askLater } = vi.hoisted(() => ({ askLater: vi.fn() }));
vi.mock('../../../lib/messages/first-client', () => ({ askFirst: vi.fn(), askLater }));
vi.mock('../../../lib/messages/notices', () => ({ notices: { listen: () => () => {} } }));

const content: Draft['content'] = {
  kind: 'video',
  media: [],
  title: '',
  caption: 'bowl',
  mode: 'direct',
  settings: untouchedSettings,
};
const draft: Draft = { id: 'draft', accountId: 'a', content, createdAt: 1, changedAt: 1 };
const submit = () => createPort(fakePort().device).posts.submit(draft, [content]);

beforeEach(() => void askLater.mockReset());

describe('a press on Post', () => {
  it('is asked once more, word for word, when whoever was asked died of it', async () => {
    askLater.mockRejectedValueOnce(new Error('The message port closed')).mockResolvedValueOnce([]);
    expect(await submit()).toEqual([]);
    const [first, second] = askLater.mock.calls;
    expect(second).toEqual(first);
    expect(first).toEqual(['posts.submit', { posts: [{ accountId: 'a', content }], draft: { id: 'draft' } }]);
  });

  it('is not asked again when the answer was no', async () => {
    askLater.mockRejectedValue(new AppError('storage_full'));
    await expect(submit()).rejects.toMatchObject({ code: 'storage_full' });
    expect(askLater).toHaveBeenCalledOnce();
  });
});
