import type { Post } from '../../lib/posts/post';
import { actionOf } from '../../lib/posts/remedy';
import { isRetryable } from '../../lib/posts/transitions';
import { usePort } from '../hooks/port';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { isMoving } from './state-words';
import type { Outcomes } from './useRemedy';

interface PostActionsProps extends Outcomes {
  post: Post;
}

/** What can be done about a post as it stands now, besides what its error's own card offers. */
export function PostActions({ post, onDone, onFailed, onAgain }: PostActionsProps) {
  const { t } = useWords();
  const { posts, device } = usePort();
  const { id, state, link, error } = post;
  const attempt = (work: Promise<unknown>) => void work.then(onDone, onFailed);
  // The card above already offers it where that is the remedy.
  const offersRetry = isRetryable(state) && !(error && actionOf(error) === 'retry');

  return (
    <div className="post-actions">
      {link && (
        <Button tone="primary" size="small" icon="external" onClick={() => device.openTab(link)}>
          {t('recent_open')}
        </Button>
      )}
      {offersRetry && (
        <Button size="small" icon="refresh" onClick={() => attempt(posts.retry(id))}>
          {t('error_action_retry')}
        </Button>
      )}
      {(isMoving(state) || state === 'scheduled') && (
        <Button size="small" icon="close" onClick={() => attempt(posts.cancel(id))}>
          {t('recent_cancel')}
        </Button>
      )}
      <Button size="small" icon="copy" onClick={() => onAgain(post)}>
        {t('recent_again')}
      </Button>
    </div>
  );
}
