import type { Words } from '../words';
import type { Post } from './post';

export interface OutcomeNews {
  title: string;
  message: string;
}

export interface NewsWishes {
  notifyOnPublished: boolean;
  notifyOnTrouble: boolean;
}

/** What the person is told when a post comes to an end, or to a question only they can answer. */
export function outcomeNews(post: Post, wishes: NewsWishes, { t, find }: Words): OutcomeNews | undefined {
  const about = nameOf(post);
  const trouble = (title: string): OutcomeNews => {
    const sentence = find(`error_${post.error?.code ?? 'unexpected'}`, post.error?.facts) ?? '';
    return { title, message: `${sentence} ${about}`.trim() };
  };
  switch (post.state) {
    case 'published':
      if (post.error) return wishes.notifyOnTrouble ? trouble(t('notify_twice')) : undefined;
      return wishes.notifyOnPublished ? { title: t('notify_published'), message: about } : undefined;
    case 'inbox':
      return wishes.notifyOnPublished
        ? { title: t('notify_inbox'), message: t('notify_inbox_next') }
        : undefined;
    case 'unknown':
      return wishes.notifyOnTrouble
        ? { title: t('notify_unknown'), message: t('notify_unknown_next') }
        : undefined;
    case 'failed':
      return wishes.notifyOnTrouble ? trouble(t('notify_failed')) : undefined;
    default:
      return undefined;
  }
}

/** Something goes on that shows on the toolbar button. */
export const isUnderWay = ({ state }: Post): boolean =>
  !['scheduled', 'published', 'inbox', 'failed', 'cancelled'].includes(state);

const nameOf = ({ content }: Post): string =>
  (content.title || content.caption).split('\n')[0]?.slice(0, 80) ?? '';
