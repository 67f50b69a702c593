import type { BatchEntry, Content, Draft } from './draft';
import { isSeveral } from './several';

/** What one submission takes (lib/messages/posts). */
export const mostPosts = 100;

/** Each of the draft's pictures and videos as a post of its own. */
export function entriesOf({ content, batch }: Draft): BatchEntry[] {
  const { caption, title, slideshow, settings } = content;
  const own = content.media.map((media, at): BatchEntry => {
    const first = at === 0 && batch?.privacy !== undefined ? { privacy: batch.privacy } : {};
    const frame =
      media.kind === 'video' && settings.coverMs !== undefined ? { coverMs: settings.coverMs } : {};
    const film = slideshow && media.kind === 'photo' ? { slideshow } : {};
    return { media, caption, title, ...first, ...frame, ...film };
  });
  return [...own, ...(batch?.more ?? [])];
}

/** The draft with these posts: the first is on the table, the choices they share stay as they are. */
export function withEntries(draft: Draft, entries: readonly BatchEntry[]): Draft {
  const { content } = draft;
  const { caption, title, more: _more, privacy: _own, ...seed } = { ...wordsOf(content), ...draft.batch };
  const batch = { ...seed, caption, ...(title === undefined ? {} : { title }) };
  const [first, ...more] = entries;
  if (!first) return { ...draft, content: emptied(content), batch: { ...batch, more: [] } };
  const alone = more.length === 0;
  const shared = sharedSettings(content.settings, entries);
  const coverMs = isFilmed(first) ? undefined : first.coverMs;
  return {
    ...draft,
    content: {
      kind: kindOf(first),
      media: content.media.length === 1 && content.media[0] === first.media ? content.media : [first.media],
      ...(isFilmed(first) && first.slideshow ? { slideshow: first.slideshow } : {}),
      title: first.title ?? '',
      caption: first.caption,
      mode: content.mode,
      settings: {
        ...shared,
        ...(coverMs === undefined ? {} : { coverMs }),
        // Of one post alone, its own choice is the choice.
        ...(alone && first.privacy !== undefined ? { privacy: first.privacy } : {}),
      },
    },
    batch: { ...batch, ...(!alone && first.privacy !== undefined ? { privacy: first.privacy } : {}), more },
  };
}

/** The posts this draft becomes: one for each of its entries, all with the choices they share. */
export function contentsOf(draft: Draft): Content[] {
  if (!isSeveral(draft)) return [draft.content];
  return entriesOf(draft).map((entry) => contentOf(draft.content, entry));
}

function contentOf({ mode, settings }: Content, entry: BatchEntry): Content {
  const { media, caption, title = '', privacy, coverMs, slideshow } = entry;
  const kind = kindOf(entry);
  const film = isFilmed(entry) && slideshow ? { slideshow } : {};
  const frame = media.kind === 'video' && coverMs !== undefined ? { coverMs } : {};
  return {
    kind,
    media: [media],
    ...film,
    title: kind === 'photo' ? title : '',
    caption,
    mode,
    settings: {
      ...sharedSettings(settings, [entry]),
      ...frame,
      ...(privacy === undefined ? {} : { privacy }),
    },
  };
}

/** The draft with these as further posts. What the page suggested, and nobody asked for, gives way to files. */
export function withPosts(draft: Draft, added: readonly BatchEntry[]): Draft {
  const standing = draft.batch || isChosen(draft) ? entriesOf(draft) : [];
  const there = new Set(standing.map(({ media: { id } }) => id));
  const fresh = added.filter(({ media: { id } }) => !there.has(id) && there.add(id));
  if (fresh.length === 0) return draft;
  const [head, ...tail] = fresh;
  const posts = standing.length > 0 || !head ? [...standing, ...fresh] : [withWords(draft, head), ...tail];
  const begun = draft.batch ? draft : { ...draft, batch: { caption: '', more: [] } };
  return withEntries(begun, posts.slice(0, mostPosts));
}

/** Whether the person put these there: a single thing from the page may be Ferry's own suggestion. */
export function isChosen({ content: { media } }: Draft): boolean {
  return media.length > 1 || media[0]?.source.from === 'stash';
}

/** Without one of its posts. Undefined where it is none of them. */
export function withoutPost(draft: Draft, id: string): Draft | undefined {
  const entries = entriesOf(draft);
  const rest = entries.filter(({ media }) => media.id !== id);
  return draft.batch && rest.length < entries.length ? withEntries(draft, rest) : undefined;
}

/** One of its posts changed, where it is several: a change meant for one may come late. */
export function withEntry(draft: Draft, id: string, change: (entry: BatchEntry) => BatchEntry): Draft {
  const entries = entriesOf(draft);
  if (!draft.batch || !entries.some(({ media }) => media.id === id)) return draft;
  return withEntries(
    draft,
    entries.map((entry) => (entry.media.id === id ? change(entry) : entry)),
  );
}

/** All photos as short films, or as photos again. */
export const withFilms = (draft: Draft, slideshow: BatchEntry['slideshow']): Draft =>
  withEntries(
    draft,
    entriesOf(draft).map(({ slideshow: _old, ...entry }) =>
      slideshow && entry.media.kind === 'photo' ? { ...entry, slideshow } : entry,
    ),
  );

const isFilmed = ({ media, slideshow }: BatchEntry) => slideshow !== undefined && media.kind === 'photo';
const kindOf = (entry: BatchEntry): Content['kind'] => (isFilmed(entry) ? 'video' : entry.media.kind);
const wordsOf = ({ caption, title }: Content) => ({ caption, title });

/** What none of them has falls back; a frame or a place for the cover is one post's own. */
function sharedSettings({ coverMs: _frame, ...settings }: Content['settings'], posts: readonly BatchEntry[]) {
  const kinds = new Set(posts.map(kindOf));
  return {
    ...settings,
    coverIndex: 0,
    ...(kinds.has('video') ? {} : { allowDuet: false, allowStitch: false }),
    ...(kinds.has('photo') ? {} : { autoMusic: false }),
  };
}

function emptied({ slideshow: _film, ...content }: Content): Content {
  return { ...content, media: [], settings: sharedSettings(content.settings, []) };
}

/** A file's name gives way to what the person wrote. */
function withWords({ content, textTouched }: Draft, entry: BatchEntry): BatchEntry {
  return textTouched || content.caption.trim() !== ''
    ? { ...entry, caption: content.caption, title: entry.title ?? content.title }
    : entry;
}
