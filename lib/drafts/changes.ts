import { several } from './aside';
import { entriesOf, withEntries, withEntry, withFilms, withoutPost } from './batch';
import type { DraftChange } from './change';
import { added, asSlideshow, cutTo, indexOf, toggled, toggledPost, withMedia } from './choosing';
import type { Content, Draft, DraftMedia, PostSettings } from './draft';
import { onlyMe, untouchedSettings, usualSlideshow } from './draft';
import { moved } from './moved';
import { isSeveral } from './several';

/** The draft after the change. The same draft, the very object, when the change may not be or changes nothing. */
export function changeDraft(draft: Draft, change: DraftChange, now: number): Draft {
  const next = applied(draft, change);
  return next === draft ? draft : { ...next, changedAt: now };
}

function applied(draft: Draft, change: DraftChange): Draft {
  const { content } = draft;
  switch (change.do) {
    case 'toggle':
      return draft.batch
        ? toggledPost(draft, change.media)
        : withMedia(draft, toggled(content, change.media));
    case 'add':
      return added(draft, change.media, change.captions);
    case 'several':
      return several(draft, change.on);
    case 'forget-aside':
      return draft.aside ? withoutAside(draft) : draft;
    case 'write-post': {
      const { id, caption, title } = change;
      const written = withEntry(draft, id, (entry) => ({
        ...entry,
        ...(caption === undefined ? {} : { caption }),
        ...(title === undefined ? {} : { title }),
      }));
      return written === draft ? draft : { ...written, textTouched: true };
    }
    case 'post-privacy':
      if (change.privacy === onlyMe && content.settings.brandedContent) return draft;
      return withEntry(draft, change.id, ({ privacy: _old, ...entry }) =>
        change.privacy === undefined ? entry : { ...entry, privacy: change.privacy },
      );
    case 'remove':
      return (
        withoutPost(draft, change.id) ??
        withMedia(
          draft,
          content.media.filter((media) => media.id !== change.id),
        )
      );
    case 'want-original':
      // It may yet not be there: among posts that go together there is no waiting for it.
      if (isSeveral(draft)) return draft;
      return withMedia({ ...single(draft), original: change.original }, []);
    case 'suggest-original':
      if (!draft.original || draft.original.settled || content.media.length > 0) return draft;
      return withMedia(draft, [change.media]);
    case 'refuse-original':
      if (!draft.original || isSeveral(draft)) return draft;
      return withMedia({ ...draft, original: { ...draft.original, settled: true } }, []);
    case 'move':
      return isSeveral(draft)
        ? withEntries(
            draft,
            moved(entriesOf(draft), ({ media }) => media.id === change.id, change.to),
          )
        : withMedia(
            draft,
            moved(content.media, ({ id }) => id === change.id, change.to),
          );
    case 'cover':
      return withSettings(draft, { coverIndex: indexOf(content.media, change.id) ?? 0 });
    case 'cover-frame': {
      const coverMs = Math.max(0, Math.round(change.ms));
      const { id } = change;
      return id === undefined
        ? withSettings(draft, { coverMs })
        : withEntry(draft, id, (entry) => (entry.media.kind === 'video' ? { ...entry, coverMs } : entry));
    }
    case 'write': {
      const { caption = content.caption, title = content.title } = change;
      return { ...draft, textTouched: true, content: { ...content, caption, title } };
    }
    case 'suggest-words':
      if (draft.textTouched) return draft;
      return { ...draft, content: { ...content, caption: change.caption, title: change.title } };
    case 'slideshow':
      return isSeveral(draft)
        ? withFilms(draft, change.on ? usualSlideshow : undefined)
        : asSlideshow(draft, change.on);
    case 'shape-slideshow': {
      const { slideshow, id } = change;
      if (id !== undefined) {
        return withEntry(draft, id, (entry) => (entry.slideshow ? { ...entry, slideshow } : entry));
      }
      return content.slideshow ? { ...draft, content: { ...content, slideshow } } : draft;
    }
    case 'trim': {
      const cut = cutTo(change.trim);
      const { id } = change;
      return id === undefined
        ? withMedia(draft, content.media.map(cut))
        : withEntry(draft, id, (entry) => ({ ...entry, media: cut(entry.media) }));
    }
    case 'mode':
      return { ...draft, content: { ...content, mode: change.mode } };
    case 'account':
      // Another creator has other options and other limits: what was chosen for one is not meant for the other.
      if (draft.accountId === change.accountId) return draft;
      return {
        ...withoutOwnPrivacy(draft),
        accountId: change.accountId,
        content: { ...content, settings: settingsAnew(content) },
      };
    case 'privacy':
      if (change.privacy === onlyMe && content.settings.brandedContent) return draft;
      return withSettings(draft, { privacy: change.privacy });
    case 'allow':
      if (change.what !== 'allowComment' && !hasKind(draft, 'video')) return draft;
      return withSettings(draft, { [change.what]: change.allowed });
    case 'disclose':
      return withSettings(
        draft,
        change.on ? { discloses: true } : { discloses: false, yourBrand: false, brandedContent: false },
      );
    case 'brand':
      if (!content.settings.discloses) return draft;
      if (change.what === 'brandedContent' && change.on && isHidden(draft)) return draft;
      return withSettings(draft, { [change.what]: change.on });
    case 'mark':
      return withSettings(draft, { [change.what]: change.on });
    case 'rights':
      return { ...draft, rights: change.answer };
  }
}

const single = ({ batch: _more, ...draft }: Draft): Draft => draft;
const withoutAside = ({ aside: _gone, ...draft }: Draft): Draft => draft;

const hasKind = (draft: Draft, kind: DraftMedia['kind']): boolean =>
  draft.content.kind === kind ||
  (isSeveral(draft) &&
    entriesOf(draft).some(({ media, slideshow }) => (slideshow ? 'video' : media.kind) === kind));

/** Whether any of its posts is for nobody but the creator. */
export const isHidden = (draft: Draft): boolean =>
  draft.content.settings.privacy === onlyMe ||
  (isSeveral(draft) && entriesOf(draft).some(({ privacy }) => privacy === onlyMe));

function withoutOwnPrivacy(draft: Draft): Draft {
  if (!draft.batch) return draft;
  const { privacy: _first, ...batch } = draft.batch;
  return { ...draft, batch: { ...batch, more: batch.more.map(({ privacy: _own, ...entry }) => entry) } };
}

const withSettings = (draft: Draft, change: Partial<PostSettings>): Draft => ({
  ...draft,
  content: { ...draft.content, settings: { ...draft.content.settings, ...change } },
});

function settingsAnew({ settings }: Content): PostSettings {
  const { coverIndex, coverMs } = settings;
  return { ...untouchedSettings, coverIndex, ...(coverMs === undefined ? {} : { coverMs }) };
}
