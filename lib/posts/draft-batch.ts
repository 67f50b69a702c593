import type { BatchEntry, Content, Draft, DraftMedia } from './draft';

/** What one submission takes (lib/messages/posts). */
export const mostPosts = 100;

/** The posts this draft becomes: its own first, then one for each further video, all with the same choices. */
export function contentsOf({ content, batch }: Draft): Content[] {
  if (!batch || batch.more.length === 0) return [content];
  // A cover frame is chosen by looking at one video.
  const { coverMs: _frame, ...settings } = content.settings;
  const others = batch.more.map(({ media, caption }): Content => {
    return { ...content, media: [media], caption, settings };
  });
  return [content, ...others];
}

export const isSeveral = ({ batch }: Draft): boolean => (batch?.more.length ?? 0) > 0;

/** Everything that is chosen, of all its posts. */
export const allMedia = ({ content, batch }: Draft): readonly DraftMedia[] =>
  batch && batch.more.length > 0
    ? [...content.media, ...batch.more.map(({ media }) => media)]
    : content.media;

/** Several videos at once, or one more where there are several or a file of their own: each is a post. */
export function addsPosts(
  { content, batch, original }: Draft,
  videos: readonly BatchEntry[],
  filesInAll: number,
): boolean {
  if (videos.length === 0) return false;
  const [first] = content.media;
  // Where a video's own file is asked for, another file is another answer.
  const isOwn = !original && first?.kind === 'video' && first.source.from === 'stash';
  return videos.length > 1 || ((batch !== undefined || isOwn) && filesInAll === 1);
}

/**
 * The draft with these as further posts. What the page suggested, and nobody asked for, gives way to files.
 * `withFirst` puts a video on the empty table.
 */
export function withPosts(
  draft: Draft,
  added: readonly BatchEntry[],
  withFirst: (draft: Draft, media: DraftMedia[]) => Draft,
): Draft {
  const { content, batch } = draft;
  const [first] = content.media;
  const keepsFirst = first?.kind === 'video' && (batch !== undefined || first.source.from === 'stash');
  const there = new Set(keepsFirst ? allMedia(draft).map(({ id }) => id) : []);
  const fresh = added.filter(({ media: { id } }) => !there.has(id) && there.add(id));
  const [head, ...tail] = keepsFirst ? [undefined, ...fresh] : fresh;
  const base = head ? withCaption(withFirst(draft, [head.media]), head.caption) : draft;
  const more = [...(batch?.more ?? []), ...tail.filter((entry) => entry !== undefined)].slice(
    0,
    mostPosts - 1,
  );
  if (!head && fresh.length === 0) return draft;
  return { ...base, batch: { caption: batch?.caption ?? '', more } };
}

/** Without one of its posts; the next takes the place of the first. Undefined where it is none of them. */
export function withoutPost(
  draft: Draft,
  id: string,
  withFirst: (draft: Draft, media: DraftMedia[]) => Draft,
): Draft | undefined {
  const { content, batch } = draft;
  if (!batch) return undefined;
  if (batch.more.some(({ media }) => media.id === id)) {
    return { ...draft, batch: { ...batch, more: batch.more.filter(({ media }) => media.id !== id) } };
  }
  const [next, ...more] = batch.more;
  if (content.media[0]?.id !== id || !next) return undefined;
  const moved = withFirst({ ...draft, batch: { ...batch, more } }, [next.media]);
  return { ...moved, content: { ...moved.content, caption: next.caption } };
}

export function withPostCaption(draft: Draft, id: string, caption: string): Draft {
  const { content, batch } = draft;
  if (content.media[0]?.id === id) return { ...draft, textTouched: true, content: { ...content, caption } };
  if (!batch?.more.some(({ media }) => media.id === id)) return draft;
  const more = batch.more.map((entry) => (entry.media.id === id ? { ...entry, caption } : entry));
  return { ...draft, textTouched: true, batch: { ...batch, more } };
}

/** A file's name gives way to what the person wrote. */
function withCaption(draft: Draft, caption: string): Draft {
  const { content, textTouched } = draft;
  return textTouched || content.caption.trim() !== ''
    ? draft
    : { ...draft, content: { ...content, caption } };
}
