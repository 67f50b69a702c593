import { useMemo, useState } from 'react';
import type { Account } from '../../lib/accounts/account';
import { canReadVideos } from '../../lib/insights/readable';
import { orderedVideos, type VideoOrder, videoOrders } from '../../lib/insights/video-order';
import { ask } from '../../lib/messages/client';
import type { Door } from '../account/door';
import { useSignIn } from '../account/useSignIn';
import { useAskedOf } from '../hooks/useAskedOf';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Choice';
import { EmptyState } from '../ui/EmptyState';
import { ErrorCard } from '../ui/ErrorCard';
import { Select, TextField } from '../ui/Field';
import { AccountChoice } from './AccountChoice';
import { MissingScope } from './MissingScope';
import { NoAccount } from './NoAccount';
import { useAccounts } from './useAccounts';
import { useVideos } from './useVideos';
import { VideoList } from './VideoList';
import './insights.css';
import './videos.css';

/** The account's public videos, wherever they were posted from. */
export function Videos({ door }: { door: Door }) {
  const { t } = useWords();
  const { overview, error, account, choose } = useAccounts();
  const signIn = useSignIn(door, overview?.app.way ?? 'window');
  if (error) return <ErrorCard error={error} />;
  if (!overview) return null;
  if (!account) return <NoAccount />;
  return (
    <>
      <AccountChoice accounts={overview.accounts} id={account.id} onChoose={choose} />
      {signIn.end && 'error' in signIn.end && <ErrorCard error={signIn.end.error} />}
      {canReadVideos(account) ? (
        <AccountVideos key={account.id} account={account} />
      ) : (
        <MissingScope
          text={t('insight_missing_videos')}
          isBusy={signIn.isBusy}
          onGrant={() => void signIn.start()}
        />
      )}
    </>
  );
}

const loadCarried = (accountId: string) => ask('data.carried', { accountId });

function AccountVideos({ account }: { account: Account }) {
  const { t } = useWords();
  const { videos, next, isAsking, error, more, all, again, coverBroken } = useVideos(account.id);
  const carried = useAskedOf(loadCarried, account.id);
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<VideoOrder>('newest');
  const [onlyCarried, setOnlyCarried] = useState(false);

  const byFerry = useMemo(() => new Map(carried.value?.map((one) => [one.videoId, one])), [carried.value]);
  const shown = useMemo(
    () =>
      orderedVideos([...videos.values()], {
        search,
        order,
        among: onlyCarried ? new Set(byFerry.keys()) : undefined,
      }),
    [videos, search, order, onlyCarried, byFerry],
  );
  const hasMore = typeof next === 'number';

  return (
    <div className="videos">
      <div className="videos-tools">
        <TextField
          type="search"
          label={t('insight_search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Select
          label={t('insight_order')}
          value={order}
          onChange={(event) =>
            setOrder(videoOrders.find((one) => one === event.currentTarget.value) ?? 'newest')
          }
        >
          {videoOrders.map((one) => (
            <option key={one} value={one}>
              {t(`insight_order_${one}`)}
            </option>
          ))}
        </Select>
        {byFerry.size > 0 && (
          <Checkbox label={t('insight_only_ferry')} checked={onlyCarried} onChange={setOnlyCarried} />
        )}
      </div>
      {error && <ErrorCard error={error} onAction={() => void again()} />}
      {shown.length > 0 ? (
        <VideoList
          videos={shown}
          byFerry={byFerry}
          username={account.username}
          onCoverBroken={coverBroken}
          // Only in TikTok's own order is the next page the next to be seen.
          onEnd={hasMore && order === 'newest' && !isAsking && !error ? () => void more() : undefined}
        />
      ) : (
        !isAsking &&
        !error && (
          <EmptyState title={videos.size === 0 ? t('insight_no_videos') : t('insight_no_match')}>
            <p>{videos.size === 0 ? t('insight_no_videos_text') : t('insight_no_match_text')}</p>
          </EmptyState>
        )
      )}
      <footer className="videos-foot">
        <p className="insight-soft" role="status">
          {isAsking
            ? t('insight_asking_videos')
            : videos.size > 0 && t('insight_videos_shown', { shown: shown.length, count: videos.size })}
        </p>
        {hasMore && (
          <Button size="small" busy={isAsking} onClick={() => void all()}>
            {t('insight_load_all')}
          </Button>
        )}
      </footer>
    </div>
  );
}
