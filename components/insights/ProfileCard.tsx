import type { Account } from '../../lib/accounts/account';
import type { Profile } from '../../lib/insights/profile';
import { ask } from '../../lib/messages/client';
import { AccountHealth } from '../account/AccountHealth';
import { useAskedOf } from '../hooks/useAskedOf';
import { useWords } from '../hooks/useWords';
import { Avatar } from '../ui/Avatar';
import { Badge } from '../ui/Badge';
import { Card } from '../ui/Card';
import { ErrorCard } from '../ui/ErrorCard';
import { MissingScope } from './MissingScope';
import { StatTile } from './StatTile';

interface ProfileCardProps {
  account: Account;
  isSigningIn: boolean;
  onGrant: () => void;
}

const load = (accountId: string) => ask('insights.profile', { accountId });
const stats = ['followers', 'following', 'likes', 'videos'] as const;

/** The account as TikTok tells it at this moment: only what was granted, and what is missing said. */
export function ProfileCard({ account, isSigningIn, onGrant }: ProfileCardProps) {
  const { t } = useWords();
  const { value: data, error, again } = useAskedOf<Profile>(load, account.trouble ? undefined : account.id);
  const has = (scope: string) => account.scopes.includes(scope);
  const name = data?.displayName || account.displayName || t('insight_unnamed');
  const handle = data?.username ?? account.username;
  return (
    <Card className="profile-card">
      <header className="profile-head">
        <Avatar name={name} src={data?.avatarUrl ?? account.avatarUrl} size={56} />
        <div className="profile-names">
          <h2>
            {name} {data?.isVerified && <Badge tone="accent">{t('insight_verified')}</Badge>}
          </h2>
          {handle && (
            <a
              href={data?.profileUrl ?? `https://www.tiktok.com/@${handle}`}
              target="_blank"
              rel="noreferrer"
            >
              <bdi>@{handle}</bdi>
            </a>
          )}
        </div>
      </header>
      {data?.bio && (
        <p className="profile-bio">
          <bdi>{data.bio}</bdi>
        </p>
      )}
      {(account.trouble ?? error) && (
        <ErrorCard
          error={account.trouble ?? error ?? { code: 'unexpected', facts: {} }}
          onAction={(action) => (action === 'reconnect' ? onGrant() : again())}
        />
      )}
      {has('user.info.stats') && (
        <dl className="stat-tiles">
          {stats.map((stat) => (
            <StatTile key={stat} label={t(`insight_${stat}`)} value={data?.[stat]} />
          ))}
        </dl>
      )}
      {!has('user.info.stats') && (
        <MissingScope text={t('insight_missing_stats')} isBusy={isSigningIn} onGrant={onGrant} />
      )}
      {!has('user.info.profile') && has('user.info.stats') && (
        <MissingScope text={t('insight_missing_profile')} isBusy={isSigningIn} onGrant={onGrant} />
      )}
      {!account.trouble && <AccountHealth account={account} />}
    </Card>
  );
}
