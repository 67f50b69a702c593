import { memo } from 'react';
import type { Post } from '../../lib/posts/post';
import { isEnd } from '../../lib/posts/transitions';
import { Ago } from '../hooks/Ago';
import { useMediaUrl } from '../hooks/useMediaUrl';
import { useWords } from '../hooks/useWords';
import { Badge } from '../ui/Badge';
import { Icon } from '../ui/Icon';
import { Progress } from '../ui/Progress';
import { alongOf, isMoving, toneOf } from './state-words';

interface PostRowProps {
  post: Post;
  accountName: string | undefined;
  onOpen: (id: string) => void;
}

/** One post at a glance: what it is, how it stands, since when. */
export const PostRow = memo(function PostRow({ post, accountName, onOpen }: PostRowProps) {
  const { t, find } = useWords();
  const { content, state, stateSince, error, waitingFor } = post;
  const trouble = isEnd(state) ? error : waitingFor;
  const words = (content.title || content.caption).trim();
  return (
    <button type="button" className="post-row" onClick={() => onOpen(post.id)}>
      <PostStill post={post} />
      <span className="post-row-lines">
        <span className="post-row-words" id={`post-words-${post.id}`} dir="auto">
          {words || t('recent_no_words')}
        </span>
        <span className="post-row-state">
          <Badge tone={toneOf(state)}>{t(`recent_state_${state}`)}</Badge>
          <Ago at={stateSince} />
          {accountName && <span className="post-row-account">{accountName}</span>}
        </span>
        {trouble && <span className="post-row-trouble">{find(`error_${trouble.code}`, trouble.facts)}</span>}
        {isMoving(state) && <Progress label={t('recent_progress')} value={alongOf(post)} />}
      </span>
      <Icon name="back" size={15} directional />
    </button>
  );
});

export function PostStill({ post }: { post: Post }) {
  const { kind, media, settings } = post.content;
  const first = kind === 'photo' ? (media[settings.coverIndex] ?? media[0]) : media[0];
  const urls = useMediaUrl(first);
  const still = post.thumbnail ?? urls.still;
  return (
    <span className="post-still">
      {still ? (
        <img src={still} alt="" loading="lazy" />
      ) : (
        <Icon name={kind === 'video' ? 'film' : 'image'} size={20} />
      )}
      {media.length > 1 && <span className="post-still-count">{media.length}</span>}
    </span>
  );
}
