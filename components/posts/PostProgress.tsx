import { useEffect, useState } from 'react';
import { toErrorData } from '../../lib/errors/app-error';
import { usePort } from '../hooks/port';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { ErrorCard } from '../ui/ErrorCard';
import { useAnnounce } from '../ui/LiveRegion';
import { Notice } from '../ui/Notice';
import { Crossing } from './Crossing';
import { HowFar } from './HowFar';
import { PostWhat } from './PostWhat';
import { ResolveUnknown } from './ResolveUnknown';
import { alongOf, isMoving, isOver } from './state-words';
import { usePost } from './usePost';
import { type Again, useRemedy } from './useRemedy';
import { WaitingFor } from './WaitingFor';
import './posts.css';

interface PostProgressProps {
  postId: string;
  onAnother: () => void;
  onAll: () => void;
  onAgain: Again;
}

/** What the screen turns into the moment Post is pressed. It may be closed at any time. */
export default function PostProgress({ postId, onAnother, onAll, onAgain }: PostProgressProps) {
  const { t } = useWords();
  const port = usePort();
  const announce = useAnnounce();
  const { value, error, progress, again } = usePost(postId);
  const [failed, setFailed] = useState<unknown>();
  const state = value?.post.state ?? 'waiting';

  useEffect(() => {
    if (value) announce(t(`recent_state_${state}`));
  }, [announce, t, state, value]);

  const attempt = (work: Promise<unknown>) => work.then(again, setFailed);
  const remedy = useRemedy({ onDone: again, onFailed: setFailed, onAgain });
  const post = value?.post;
  const along = alongOf({ state, progress });
  const under = progress && progress.total > 0 && isMoving(state) ? progress : undefined;

  return (
    <div className="post-progress">
      <Crossing along={along} moving={isMoving(state)} label={t('recent_progress')} />
      <h2 className="post-progress-title">{t(`recent_state_${state}`)}</h2>
      {under && <HowFar state={state} progress={under} />}
      {post && <WaitingFor post={post} onAction={(action) => remedy(post, action, post.waitingFor)} />}
      {!isOver(state) && <Notice title={t('recent_may_close')}>{t('recent_takes_minutes')}</Notice>}
      {state === 'published' && <Notice tone="ok">{t('recent_takes_minutes')}</Notice>}
      {state === 'inbox' && <Notice tone="ok">{t('compose_inbox_open')}</Notice>}
      {state === 'unknown' && <ResolveUnknown postId={postId} onDone={again} onFailed={setFailed} />}
      {post?.error && state === 'failed' && (
        <ErrorCard error={post.error} onAction={(action) => remedy(post, action)} />
      )}
      {(error || failed !== undefined) && <ErrorCard error={error ?? toErrorData(failed)} onAction={again} />}
      {post && <PostWhat post={post} />}
      <div className="post-progress-actions">
        {post?.link && (
          <Button tone="primary" icon="external" onClick={() => post.link && port.device.openTab(post.link)}>
            {t('recent_open')}
          </Button>
        )}
        {isOver(state) && <Button onClick={onAnother}>{t('recent_another')}</Button>}
        <Button tone="plain" onClick={onAll}>
          {t('recent_all')}
        </Button>
        {isMoving(state) && (
          <Button tone="plain" onClick={() => attempt(port.posts.cancel(postId))}>
            {t('recent_cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}
