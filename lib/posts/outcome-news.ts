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
  switch (post.state) {
    case 'published':
      return wishes.notifyOnPublished ? { title: t('notify_published'), message: about } : undefined;
    case 'inbox':
      return wishes.notifyOnPublished
        ? { title: t('notify_inbox'), message: t('notify_inbox_next') }
        : undefined;
    case 'unknown':
      return wishes.notifyOnTrouble
        ? { title: t('notify_unknown'), message: t('notify_unknown_next') }
        : undefined;
    case 'failed': {
      const code = post.error?.code ?? 'unexpected';
      const sentence = find(`error_${code}`, post.error?.facts) ?? '';
      return wishes.notifyOnTrouble
        ? { title: t('notify_failed'), message: `${sentence} ${about}`.trim() }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Something goes on that shows on the toolbar button. */
export const isUnderWay = ({ state }: Post): boolean =>
  !['scheduled', 'published', 'inbox', 'failed', 'cancelled'].includes(state);

const nameOf = ({ content }: Post): string =>
  (content.title || content.caption).split('\n')[0]?.slice(0, 80) ?? '';
