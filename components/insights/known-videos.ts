import type { KnownVideo } from '../../lib/insights/snapshot';
import { ask } from '../../lib/messages/client';

/** A screenful and some to scroll, and all whose growth is drawn. */
const atFirst = 100;
const each = 250;

/** The videos as they were last seen, newest first, a page at a time: a long history holds no frame up. */
export async function* knownVideos(accountId: string): AsyncGenerator<KnownVideo[], void, undefined> {
  let { videos, next } = await ask('insights.videos', { accountId, most: atFirst });
  yield videos;
  while (next !== undefined) {
    ({ videos, next } = await ask('insights.videos', { accountId, most: each, before: next }));
    yield videos;
  }
}
