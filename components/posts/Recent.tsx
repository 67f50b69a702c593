import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { Account } from '../../lib/accounts/account';
import { toErrorData } from '../../lib/errors/app-error';
import type { PostState } from '../../lib/posts/post';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { ErrorCard } from '../ui/ErrorCard';
import { Icon } from '../ui/Icon';
import { PostDetail } from './PostDetail';
import { PostList } from './PostList';
import { usePosts } from './usePosts';
import type { Again } from './useRemedy';
import './posts.css';

interface RecentProps {
  accounts: readonly Account[] | undefined;
  /** The post to be shown before all of them, as an address names it. */
  first: string | null;
  onCompose: () => void;
  /** Takes what was sent as the beginning of a new post. */
  onAgain: Again;
}

const groups = {
  all: undefined,
  moving: [
    'scheduled',
    'waiting',
    'fetching',
    'preparing',
    'relaying',
    'initiating',
    'uploading',
    'processing',
  ],
  done: ['published', 'inbox'],
  trouble: ['failed', 'unknown'],
  cancelled: ['cancelled'],
} satisfies Record<string, PostState[] | undefined>;
type Group = keyof typeof groups;

/** Everything that was ever sent, newest first: the person's own record of it. */
export default function Recent({ accounts, first, onCompose, onAgain }: RecentProps) {
  const { t } = useWords();
  const [group, setGroup] = useState<Group>('all');
  const [text, setText] = useState('');
  const [openId, setOpenId] = useState(first ?? undefined);
  const sought = useDeferredValue(text);
  const { posts, error, more, again } = usePosts({ states: groups[group], text: sought });
  const names = useMemo(
    () => new Map((accounts ?? []).map(({ id, displayName }) => [id, displayName])),
    [accounts],
  );
  // What a press in the list came to: said above it until the next press.
  const [failed, setFailed] = useState<unknown>();
  const done = useCallback(() => setFailed(undefined), []);
  const close = useCallback(() => setOpenId(undefined), []);

  if (openId) {
    const post = posts?.find(({ id }) => id === openId);
    return (
      <PostDetail
        postId={openId}
        accountName={post && names.get(post.accountId)}
        onBack={close}
        onAgain={onAgain}
      />
    );
  }
  const isFiltered = group !== 'all' || text !== '';
  return (
    <div className="recent">
      <search className="recent-search">
        <label className="recent-find">
          <Icon name="search" size={16} />
          <span className="visually-hidden">{t('recent_find')}</span>
          <input
            type="search"
            value={text}
            placeholder={t('recent_find')}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <span className="select recent-filter">
          <select
            className="input"
            aria-label={t('recent_filter')}
            value={group}
            onChange={(event) => setGroup(event.currentTarget.value as Group)}
          >
            {(Object.keys(groups) as Group[]).map((name) => (
              <option key={name} value={name}>
                {t(`recent_group_${name}`)}
              </option>
            ))}
          </select>
          <Icon name="chevron" size={15} />
        </span>
      </search>
      {failed !== undefined && (
        <div className="recent-trouble">
          <ErrorCard error={toErrorData(failed)} />
        </div>
      )}
      {error ? (
        <div className="recent-trouble">
          <ErrorCard error={error} onAction={again} />
        </div>
      ) : !posts ? (
        <RecentBones />
      ) : posts.length > 0 ? (
        <PostList
          posts={posts}
          names={names}
          onOpen={setOpenId}
          onEnd={more}
          onDone={done}
          onFailed={setFailed}
          onAgain={onAgain}
        />
      ) : isFiltered ? (
        <EmptyState
          picture="fog"
          title={t('recent_none_found')}
          actions={
            <Button
              onClick={() => {
                setGroup('all');
                setText('');
              }}
            >
              {t('recent_show_all')}
            </Button>
          }
        >
          {t('recent_none_found_next')}
        </EmptyState>
      ) : (
        <EmptyState
          picture="moored"
          title={t('recent_none')}
          actions={
            <Button tone="primary" onClick={onCompose}>
              {t('recent_first')}
            </Button>
          }
        >
          {t('recent_none_next')}
        </EmptyState>
      )}
    </div>
  );
}

function RecentBones() {
  const { t } = useWords();
  return (
    <div className="recent-bones" aria-busy="true">
      <p className="visually-hidden" role="status">
        {t('recent_loading')}
      </p>
      {['a', 'b', 'c', 'd', 'e', 'f'].map((name) => (
        <div key={name} className="bone bone-row" />
      ))}
    </div>
  );
}
