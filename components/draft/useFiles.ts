import { useCallback, useState } from 'react';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import type { DraftMedia } from '../../lib/posts/draft';
import type { DraftChange } from '../../lib/posts/draft-changes';
import { type StashedFile, usePort } from '../hooks/port';

/** Files of the person's own: kept where they outlive this page, then added to the draft. */
export function useFiles(change: (change: DraftChange) => void) {
  const { device } = usePort();
  const [error, setError] = useState<ErrorData>();

  const add = useCallback(
    async (files: readonly File[]) => {
      setError(undefined);
      const usable = files.filter(isMedia);
      const [other] = files.filter((file) => !isMedia(file));
      if (other) setError({ code: 'media_unsupported', facts: { format: other.type || other.name } });
      try {
        const media = await Promise.all(
          usable.map(async (file) => mediaOf(file, await device.keepFile(file))),
        );
        if (media.length > 0) change({ do: 'add', media });
      } catch (thrown) {
        setError(toErrorData(thrown));
      }
    },
    [device, change],
  );

  return { add, error };
}

const isMedia = ({ type }: File) => type.startsWith('video/') || type.startsWith('image/');

const mediaOf = (file: File, source: StashedFile): DraftMedia => ({
  id: source.key,
  kind: file.type.startsWith('video/') ? 'video' : 'photo',
  source,
  alt: file.name,
});
