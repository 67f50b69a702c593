import { catalog } from '../../lib/errors/catalog';
import type { Post } from '../../lib/posts/post';
import { usePort } from '../hooks/port';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { isMoving } from './state-words';

interface PostActionsProps {
  post: Post;
  onDone: () => void;
  onFailed: (thrown: unknown) => void;
  onAgain: (post: Post) => void;
}

/** What can be done about a post as it stands now. */
export function PostActions({ post, onDone, onFailed, onAgain }: PostActionsProps) {
  const { t } = useWords();
  const { posts, device } = usePort();
  const { id, state, link, error } = post;
  const attempt = (work: Promise<unknown>) => void work.then(onDone, onFailed);
  const remedy = error && catalog[error.code];
  const wantsReconnect = remedy && 'action' in remedy && remedy.action === 'reconnect';

  return (
    <div className="post-actions">
      {link && (
        <Button tone="primary" size="small" icon="external" onClick={() => device.openTab(link)}>
          {t('recent_open')}
        </Button>
      )}
      {state === 'failed' && wantsReconnect && (
        <Button tone="primary" size="small" onClick={() => device.openPage('/options.html#connect')}>
          {t('error_action_reconnect')}
        </Button>
      )}
      {(state === 'failed' || state === 'cancelled') && (
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
