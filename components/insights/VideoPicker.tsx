import type { KnownVideo } from '../../lib/insights/snapshot';
import { useWords } from '../hooks/useWords';
import { titleOf } from './video-words';

interface VideoPickerProps {
  videos: readonly KnownVideo[];
  chosen: readonly string[];
  most: number;
  onChange: (ids: readonly string[]) => void;
}

/** Growth is read of the newest ones only; older ones would be empty lines. */
const offered = 100;

/** Which videos to compare: a few of the newest. */
export function VideoPicker({ videos, chosen, most, onChange }: VideoPickerProps) {
  const { t, locale } = useWords();
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: '2-digit' });
  return (
    <details className="video-picker">
      <summary className="button" data-size="small">
        {t('insight_choose_videos', { count: chosen.length })}
      </summary>
      <ul>
        {videos.slice(0, offered).map((video) => {
          const isChosen = chosen.includes(video.id);
          return (
            <li key={video.id}>
              <label>
                <input
                  type="checkbox"
                  checked={isChosen}
                  disabled={!isChosen && chosen.length >= most}
                  onChange={() =>
                    onChange(isChosen ? chosen.filter((id) => id !== video.id) : [...chosen, video.id])
                  }
                />
                <span className="video-picker-name">
                  <bdi>{titleOf(video, t)}</bdi>
                </span>
                <small>{date.format(video.createdAt)}</small>
              </label>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
