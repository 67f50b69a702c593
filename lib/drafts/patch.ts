import * as z from 'zod/mini';
import { List } from '../platform/bounded';
import { Content, Draft, Original } from './draft';

/** Only what changed, so that a keystroke sends a caption and not thirty-five pictures. */
export const DraftPatch = z.object({
  id: Draft.shape.id,
  changedAt: Draft.shape.changedAt,
  accountId: Draft.shape.accountId,
  textTouched: z.optional(z.boolean()),
  rights: Draft.shape.rights,
  original: z.optional(Original),
  batch: Draft.shape.batch,
  content: z.partial(Content),
  /** The photos are no slideshow any more: what is gone cannot be told by leaving it out. */
  unfilmed: z.optional(z.literal(true)),
  aside: Draft.shape.aside,
  /** One post again; nothing set aside any more. */
  without: z.optional(List(z.enum(['batch', 'aside']), 2)),
});
export type DraftPatch = z.infer<typeof DraftPatch>;

/** What has to be told to get from one draft to the other. Unchanged parts are the same objects: changeDraft sees to it. */
export function diffDrafts(from: Draft, to: Draft): DraftPatch {
  const content: DraftPatch['content'] = {};
  for (const key of Object.keys(to.content) as (keyof Content)[]) {
    if (from.content[key] !== to.content[key]) Object.assign(content, { [key]: to.content[key] });
  }
  const unfilmed = from.content.slideshow !== undefined && to.content.slideshow === undefined;
  const without = (['batch', 'aside'] as const).filter((key) => from[key] && !to[key]);
  const { id, changedAt, accountId, textTouched, rights, original, batch, aside } = to;
  return {
    id,
    changedAt,
    content,
    ...(unfilmed ? { unfilmed } : {}),
    ...(without.length > 0 ? { without } : {}),
    ...(batch === from.batch || batch === undefined ? {} : { batch }),
    ...(aside === from.aside || aside === undefined ? {} : { aside }),
    ...(accountId === from.accountId || accountId === undefined ? {} : { accountId }),
    ...(textTouched === from.textTouched || textTouched === undefined ? {} : { textTouched }),
    ...(rights === from.rights || rights === undefined ? {} : { rights }),
    ...(original === from.original || original === undefined ? {} : { original }),
  };
}

export function patchDraft(draft: Draft, { content, unfilmed, without = [], ...patch }: DraftPatch): Draft {
  const { slideshow, ...rest } = draft.content;
  const standing = unfilmed || slideshow === undefined ? rest : { ...rest, slideshow };
  const kept = { ...draft };
  for (const key of without) delete kept[key];
  return Object.assign(kept, patch, { content: Object.assign(standing, content) });
}
