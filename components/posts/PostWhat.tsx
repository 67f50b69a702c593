import type { Post } from '../../lib/posts/post';
import { useWords } from '../hooks/useWords';
import { PostStill } from './PostRow';

/** The picture and the words of a post, as it was sent. */
export function PostWhat({ post }: { post: Post }) {
  const { t } = useWords();
  const { title, caption } = post.content;
  return (
    <div className="post-what">
      <PostStill post={post} />
      <div className="post-what-words">
        {title && (
          <p className="preview-title" dir="auto">
            {title}
          </p>
        )}
        <p className="post-what-caption" dir="auto">
          {caption || t('recent_no_words')}
        </p>
      </div>
    </div>
  );
}
