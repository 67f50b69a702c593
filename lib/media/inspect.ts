import { AppError } from '../errors/app-error';
import type { Bytes } from './bytes';
import type { MediaFacts } from './facts';
import { formatOf } from './format';
import { readPhotoFacts } from './photo/photo-facts';

/**
 * What a file is, read in parts and never whole. What it claims to be does not count: a "photo" may turn out
 * a film. Throws an AppError that says what is wrong with it.
 */
export async function inspect(bytes: Bytes): Promise<MediaFacts> {
  const head = await bytes.read(0, 4_096);
  if (head.length === 0) throw new AppError('media_empty');
  const found = formatOf(head);
  if (found.kind === 'photo') return readPhotoFacts(bytes, found.format);
  if (found.kind === 'video') return (await import('./video/video-facts')).readVideoFacts(bytes);
  if (found.kind === 'playlist') throw new AppError('media_is_playlist');
  throw new AppError(found.format === 'html' ? 'media_is_page' : 'media_unsupported', {
    facts: { format: found.format },
  });
}
