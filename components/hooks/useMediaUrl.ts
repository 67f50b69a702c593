import { useEffect, useState } from 'react';
import type { DraftMedia } from '../../lib/drafts/draft';
import { usePort } from './port';

export interface MediaUrls {
  /** A still picture of it. */
  still?: string | undefined;
  /** The thing itself, where this page can play or show it. */
  whole?: string | undefined;
}

/** Addresses under which a page of ours can show a draft's media. */
export function useMediaUrl(media: DraftMedia | undefined): MediaUrls {
  const { device } = usePort();
  const key = media?.source.from === 'stash' ? media.source.key : undefined;
  const [kept, setKept] = useState<{ key: string; url: string | undefined }>();

  useEffect(() => {
    if (!key) return;
    let gone = false;
    device.fileUrl(key).then((url) => !gone && setKept({ key, url }));
    return () => {
      gone = true;
    };
  }, [device, key]);

  if (!media) return {};
  if (media.source.from === 'stash') {
    const url = kept?.key === key ? kept?.url : undefined;
    return media.kind === 'photo' ? { still: url, whole: url } : { still: media.poster, whole: url };
  }
  const [best] = media.source.urls;
  const safest = media.source.urls.at(-1);
  if (media.kind === 'photo') return { still: shown(safest), whole: shown(best) };
  return { still: shown(media.poster), whole: media.source.status === 'direct' ? shown(best) : undefined };
}

/** A page's blob: address means nothing outside that page. */
const shown = (url: string | undefined) => (url?.startsWith('blob:') ? undefined : url);
