import type { Draft, DraftMedia } from './draft';

export const isSeveral = ({ batch }: Draft): boolean => (batch?.more.length ?? 0) > 0;

/** Everything that is chosen, of all its posts. */
export const allMedia = ({ content, batch }: Draft): readonly DraftMedia[] =>
  batch && batch.more.length > 0
    ? [...content.media, ...batch.more.map(({ media }) => media)]
    : content.media;
