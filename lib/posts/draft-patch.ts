import * as z from 'zod/mini';
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
  /** One post again. */
  unbatched: z.optional(z.literal(true)),
});
export type DraftPatch = z.infer<typeof DraftPatch>;

/** What has to be told to get from one draft to the other. Unchanged parts are the same objects: changeDraft sees to it. */
export function diffDrafts(from: Draft, to: Draft): DraftPatch {
  const content: DraftPatch['content'] = {};
  for (const key of Object.keys(to.content) as (keyof Content)[]) {
    if (from.content[key] !== to.content[key]) Object.assign(content, { [key]: to.content[key] });
  }
  const unfilmed = from.content.slideshow !== undefined && to.content.slideshow === undefined;
  const unbatched = from.batch !== undefined && to.batch === undefined;
  const { id, changedAt, accountId, textTouched, rights, original, batch } = to;
  return {
    id,
    changedAt,
    content,
    ...(unfilmed ? { unfilmed } : {}),
    ...(unbatched ? { unbatched } : {}),
    ...(batch === from.batch || batch === undefined ? {} : { batch }),
    ...(accountId === from.accountId || accountId === undefined ? {} : { accountId }),
    ...(textTouched === from.textTouched || textTouched === undefined ? {} : { textTouched }),
    ...(rights === from.rights || rights === undefined ? {} : { rights }),
    ...(original === from.original || original === undefined ? {} : { original }),
  };
}

export function patchDraft(draft: Draft, { content, unfilmed, unbatched, ...patch }: DraftPatch): Draft {
  const { slideshow, ...rest } = draft.content;
  const standing = unfilmed || slideshow === undefined ? rest : { ...rest, slideshow };
  const { batch, ...single } = draft;
  const kept = unbatched || batch === undefined ? single : { ...single, batch };
  return Object.assign(kept, patch, { content: Object.assign(standing, content) });
}
