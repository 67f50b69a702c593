import type { DraftMedia, Original } from './draft';

/** What was seen on a page, as far as a draft needs it. */
export interface Seen {
  id: string;
  kind: 'video' | 'photo';
  status: 'direct' | 'hls' | 'dash' | 'blob' | 'embed-only' | 'policy-refused';
  urls: readonly string[];
  width?: number | undefined;
  height?: number | undefined;
  duration?: number | undefined;
  poster?: string | undefined;
  alt?: string | undefined;
  expiresAt?: number | undefined;
}

/** What was seen on a page around it. */
export interface PageSeen {
  findings: readonly Seen[];
  material: { title?: string | undefined };
  videoId?: string | undefined;
}

/** Why something seen cannot be carried: a word that has a sentence, or nothing. */
export function whyNotCarried(seen: Seen): 'embed-only' | 'policy-refused' | 'no-address' | undefined {
  if (seen.status === 'embed-only' || seen.status === 'policy-refused') return seen.status;
  return seen.urls.length === 0 ? 'no-address' : undefined;
}

/** Something seen on a page, as media of a draft. Undefined for what cannot be carried. */
export function mediaFrom(seen: Seen, pageUrl: string): DraftMedia | undefined {
  const { id, kind, status, urls, width, height, duration, poster, alt, expiresAt } = seen;
  if (status === 'embed-only' || status === 'policy-refused' || urls.length === 0) return undefined;
  return {
    id,
    kind,
    source: {
      from: 'url',
      urls: [...urls],
      pageUrl,
      status,
      ...(expiresAt === undefined ? {} : { expiresAt }),
    },
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(duration === undefined ? {} : { duration }),
    ...(poster === undefined ? {} : { poster }),
    ...(alt === undefined ? {} : { alt }),
  };
}

/** What the person's own file of this video is known by; undefined for what can be taken as it is. */
export function originalOf(seen: Seen, { material, videoId }: PageSeen): Original | undefined {
  const why = seen.kind === 'video' ? whyNotCarried(seen) : undefined;
  if (!why) return undefined;
  const title = seen.alt || material.title;
  return {
    why,
    ...(title ? { title } : {}),
    ...(seen.duration ? { duration: seen.duration } : {}),
    ...(videoId !== undefined && why === 'policy-refused' ? { videoId } : {}),
  };
}
