import { useCallback, useState } from 'react';
import type { DraftChange } from '../../lib/drafts/change';
import type { DraftMedia } from '../../lib/drafts/draft';
import { wordsOfFile } from '../../lib/drafts/media-name';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import type { Settings } from '../../lib/settings/settings';
import { type StashedFile, usePort } from '../hooks/port';

/** Files of the person's own: kept where they outlive this page, then added to the draft. */
export function useFiles(
  change: (change: DraftChange) => void,
  settings: Settings | undefined,
  pageUrl: string | undefined,
) {
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
        if (media.length > 0)
          change({ do: 'add', media, captions: await captionsFor(usable, settings, pageUrl) });
      } catch (thrown) {
        setError(toErrorData(thrown));
      }
    },
    [device, change, settings, pageUrl],
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

/** Where several videos become several posts, each begins with its own name in the person's template. */
async function captionsFor(
  files: readonly File[],
  settings: Settings | undefined,
  pageUrl: string | undefined,
): Promise<string[]> {
  if (!settings || files.every(({ type }) => !type.startsWith('video/'))) return [];
  const { firstWords, templateFor } = await import('../../lib/drafts/caption');
  const template = templateFor(pageUrl, settings);
  return files.map(({ name, type }) =>
    // A camera's name for a photo says nothing.
    type.startsWith('video/')
      ? firstWords(template, { title: wordsOfFile(name), hashtags: [] }, 'video').caption
      : '',
  );
}
