import type { OriginalMatch } from '../../lib/messages/originals-here';
import type { Surface } from '../draft/Composer';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Spinner } from '../ui/Spinner';
import { FileFacts } from './FileLine';
import type { FolderState } from './useOriginals';

interface OriginalsFolderProps {
  folder: FolderState;
  surface: Surface;
  onChoose: () => void;
  onAllow: () => void;
  onTake: (match: OriginalMatch) => void;
  onElsewhere: () => void;
}

/** The folder of exports: pointed at once, asked for again when the browser wants it, else searched by itself. */
export function OriginalsFolder({
  folder,
  surface,
  onChoose,
  onAllow,
  onTake,
  onElsewhere,
}: OriginalsFolderProps) {
  const { t } = useWords();
  // Only a tab outlives the browser's picker and its question.
  const inTab = (act: () => void) => (surface === 'tab' ? act : onElsewhere);
  const another = (
    <Button tone="plain" size="small" onClick={inTab(onChoose)}>
      {t('find_originals_another')}
    </Button>
  );
  switch (folder.is) {
    case 'absent':
    case 'opening':
      return null;
    case 'none':
      return (
        <div className="original-folder">
          <p>{t('find_originals_offer')}</p>
          <Button size="small" onClick={inTab(onChoose)}>
            {t('find_originals_point')}
          </Button>
        </div>
      );
    case 'ask':
      return (
        <div className="original-folder">
          <p>{t('find_originals_ask', { folder: folder.name })}</p>
          <Button size="small" onClick={inTab(onAllow)}>
            {t('find_originals_allow')}
          </Button>
        </div>
      );
    case 'looking':
      return (
        <p className="original-folder" role="status">
          <Spinner size={14} />
          {t('find_originals_looking', { folder: folder.name })}
        </p>
      );
    case 'found':
      return (
        <div className="original-folder">
          <p role="status">
            {t(folder.matches.length > 0 ? 'find_originals_which' : 'find_originals_nothing', {
              folder: folder.name,
            })}
          </p>
          {another}
          {folder.matches.length > 0 && (
            <ul className="original-list">
              {folder.matches.map((match) => (
                <li key={match.file.id}>
                  <button type="button" className="original-row" onClick={() => onTake(match)}>
                    <span className="original-name">{match.file.name}</span>
                    <span className="original-facts">
                      <FileFacts size={match.file.size} duration={match.file.duration} />
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      );
  }
}
