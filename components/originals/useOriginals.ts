import { useCallback, useEffect, useState } from 'react';
import type { DraftChange } from '../../lib/drafts/change';
import type { DraftMedia, Original } from '../../lib/drafts/draft';
import { type ErrorData, toErrorData } from '../../lib/errors/app-error';
import type { OriginalMatch } from '../../lib/messages/originals-here';
import { usePort } from '../hooks/port';

/** How far the folder has come. */
export type FolderState =
  | { is: 'opening' | 'absent' | 'none' }
  | { is: 'ask' | 'looking'; name: string }
  | { is: 'found'; name: string; matches: readonly OriginalMatch[] };

interface OriginalsOf {
  original: Original;
  media: readonly DraftMedia[];
  change: (change: DraftChange) => void;
}

/** The folder of exports, searched for this video; a sure match is taken at once unless something was chosen. */
export function useOriginals({ original, media, change }: OriginalsOf) {
  const { originals } = usePort().device;
  const [folder, setFolder] = useState<FolderState>({ is: originals ? 'opening' : 'absent' });
  /** The file that is being made ready. */
  const [taking, setTaking] = useState<OriginalMatch>();
  const [error, setError] = useState<ErrorData>();
  const [turn, setTurn] = useState(0);
  const { title, duration, videoId, settled } = original;
  const mayTake = !settled && media.length === 0;

  const take = useCallback(
    async (match: OriginalMatch, how: 'suggest-original' | 'add') => {
      if (!originals) return;
      setTaking(match);
      setError(undefined);
      try {
        const one = mediaOf(match, await originals.keep(match.file.id));
        change(how === 'add' ? { do: 'add', media: [one] } : { do: 'suggest-original', media: one });
      } catch (thrown) {
        setError(toErrorData(thrown));
      } finally {
        setTaking(undefined);
      }
    },
    [originals, change],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn is another look; a choice is not
  useEffect(() => {
    if (!originals) return;
    let gone = false;
    const tell = (state: FolderState) => !gone && setFolder(state);
    const search = async () => {
      const kept = await originals.folder();
      if (!kept) return tell({ is: 'none' });
      const { name, allowed } = kept;
      if (!allowed) return tell({ is: 'ask', name });
      tell({ is: 'looking', name });
      const matches = await originals.match({
        ...(title === undefined ? {} : { title }),
        ...(duration === undefined ? {} : { duration }),
        ...(videoId === undefined ? {} : { videoId }),
      });
      tell({ is: 'found', name, matches });
      const [best] = matches;
      if (!gone && best?.sure && mayTake) await take(best, 'suggest-original');
    };
    search().catch((thrown) => {
      tell({ is: 'none' });
      if (!gone) setError(toErrorData(thrown));
    });
    return () => {
      gone = true;
    };
  }, [originals, take, title, duration, videoId, turn]);

  /** A press that shows the browser's own picker or question, then a new look. */
  const press = (ask: 'choose' | 'allow') => {
    setError(undefined);
    originals?.[ask]().then(
      (granted) => granted && setTurn((old) => old + 1),
      (thrown) => setError(toErrorData(thrown)),
    );
  };

  return {
    folder,
    taking,
    error,
    choose: () => press('choose'),
    allow: () => press('allow'),
    take: (match: OriginalMatch) => void take(match, 'add'),
  };
}

const mediaOf = (
  { file: { duration } }: OriginalMatch,
  source: Extract<DraftMedia['source'], { from: 'stash' }>,
): DraftMedia => ({
  id: source.key,
  kind: 'video',
  source,
  alt: source.name,
  ...(duration === undefined ? {} : { duration }),
});
