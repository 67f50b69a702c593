import { useEffect, useRef, useState } from 'react';
import { toErrorData } from '../../lib/errors/app-error';
import { isEnd } from '../../lib/posts/transitions';
import { useWords } from '../hooks/useWords';
import { IconButton } from '../ui/Button';
import { ErrorCard } from '../ui/ErrorCard';
import { Crossing } from './Crossing';
import { PostActions } from './PostActions';
import { PostFacts } from './PostFacts';
import { PostWhat } from './PostWhat';
import { ResolveUnknown } from './ResolveUnknown';
import { alongOf, isMoving } from './state-words';
import { Timeline } from './Timeline';
import { usePost } from './usePost';
import { type Again, useRemedy } from './useRemedy';
import { WaitingFor } from './WaitingFor';

interface PostDetailProps {
  postId: string;
  accountName: string | undefined;
  onBack: () => void;
  onAgain: Again;
}

/** All that is known of one post: how it stands, what was sent, everything that happened. */
export function PostDetail({ postId, accountName, onBack, onAgain }: PostDetailProps) {
  const { t } = useWords();
  const { value, error, progress, again } = usePost(postId);
  const [failed, setFailed] = useState<unknown>();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const remedy = useRemedy({ onDone: again, onFailed: setFailed, onAgain });
  const post = value?.post;
  const state = post?.state;

  return (
    <article className="post-detail">
      <header className="post-detail-head">
        <IconButton icon="back" directional label={t('recent_back')} onClick={onBack} />
        <h2 ref={title} tabIndex={-1}>
          {state ? t(`recent_state_${state}`) : t(value === null ? 'recent_none_found' : 'recent_loading')}
        </h2>
      </header>
      {(error || failed !== undefined) && <ErrorCard error={error ?? toErrorData(failed)} onAction={again} />}
      {post && state && (
        <>
          {isMoving(state) && (
            <Crossing along={alongOf({ state, progress })} moving label={t('recent_progress')} />
          )}
          <PostWhat post={post} />
          <WaitingFor post={post} onAction={(action) => remedy(post, action, post.waitingFor)} />
          {post.error && isEnd(state) && (
            <ErrorCard error={post.error} onAction={(action) => remedy(post, action)} />
          )}
          {state === 'unknown' && <ResolveUnknown postId={postId} onDone={again} onFailed={setFailed} />}
          <PostActions post={post} onDone={again} onFailed={setFailed} onAgain={onAgain} />
          <PostFacts post={post} accountName={accountName} />
          <Timeline events={value.events} />
        </>
      )}
    </article>
  );
}
