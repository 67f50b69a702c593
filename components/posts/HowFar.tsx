import type { Progress } from '../../lib/posts/jobs';
import type { Post } from '../../lib/posts/post';
import { secondsLeft } from '../../lib/posts/time-left';
import { useFormats } from '../hooks/useFormats';
import { useWords } from '../hooks/useWords';

const travels: ReadonlySet<Post['state']> = new Set(['fetching', 'uploading']);

/** How far long work is and how long it still takes. What is made is counted in parts, what travels in bytes. */
export function HowFar({ state, progress }: { state: Post['state']; progress: Progress }) {
  const { t } = useWords();
  const formats = useFormats();
  const { done, total, perSecond } = progress;
  const left = secondsLeft(progress);
  const far = travels.has(state)
    ? [
        t('recent_bytes', { done: formats.bytes(done), total: formats.bytes(total) }),
        ...(perSecond ? [t('recent_speed', { speed: formats.bytes(perSecond) })] : []),
      ]
    : [formats.percent(done / total)];
  const words = [...far, ...(left === undefined ? [] : [t('recent_left', { time: formats.duration(left) })])];
  return <p className="post-progress-bytes">{words.join(' · ')}</p>;
}
