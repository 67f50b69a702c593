import type { Account } from '../../lib/accounts/account';
import { dayAt, dayNumber, localDay } from '../../lib/insights/day';
import { canReadStats, canReadVideos } from '../../lib/insights/readable';
import { ask } from '../../lib/messages/client';
import type { Door } from '../account/door';
import { useSignIn } from '../account/useSignIn';
import { useAskedOf } from '../hooks/useAskedOf';
import { useNotices } from '../hooks/useNotices';
import { useWords } from '../hooks/useWords';
import { ErrorCard } from '../ui/ErrorCard';
import { AccountChoice } from './AccountChoice';
import { BestHoursCard } from './BestHoursCard';
import { GrowthCard } from './GrowthCard';
import { HistoryCard } from './HistoryCard';
import { NoAccount } from './NoAccount';
import { ProfileCard } from './ProfileCard';
import { ReadingLine } from './ReadingLine';
import { StandingCard } from './StandingCard';
import { useAccounts } from './useAccounts';
import { useKnownVideos } from './useKnownVideos';
import './insights.css';
import './plots.css';

/** The account, what it may do, and its numbers over time. */
export function Numbers({ door }: { door: Door }) {
  const { overview, error, account, choose } = useAccounts();
  if (error) return <ErrorCard error={error} />;
  if (!overview) return null;
  if (!account) return <NoAccount />;
  return (
    <>
      <AccountChoice accounts={overview.accounts} id={account.id} onChoose={choose} />
      <AccountNumbers key={account.id} account={account} door={door} way={overview.app.way} />
    </>
  );
}

interface AccountNumbersProps {
  account: Account;
  door: Door;
  way: Parameters<typeof useSignIn>[1];
}

/** As many days as the plot shows at first. Ten years are asked for behind them. */
const atFirst = 90;
const loadRecent = (accountId: string) =>
  ask('insights.history', { accountId, since: dayAt(dayNumber(localDay(Date.now())) - atFirst) });
const loadHistory = (accountId: string) => ask('insights.history', { accountId });

function AccountNumbers({ account, door, way }: AccountNumbersProps) {
  const { t } = useWords();
  const signIn = useSignIn(door, way);
  const recent = useAskedOf(loadRecent, account.id);
  const all = useAskedOf(loadHistory, recent.value ? account.id : undefined);
  const history = all.value ?? recent.value;
  const error = recent.error ?? all.error;
  const again = () => {
    recent.again();
    all.again();
  };
  // The line over time is what people come for: thousands of videos wait until it is drawn.
  const known = useKnownVideos(all.value ? account.id : undefined);
  useNotices((notice) => {
    if (notice.about !== 'insights' || notice.accountId !== account.id) return;
    again();
    known.again();
  });
  const snapshots = history?.snapshots ?? [];
  const isReadToday = snapshots.at(-1)?.day === localDay(Date.now());
  const canRead = canReadStats(account) || canReadVideos(account);
  const grant = () => void signIn.start();
  return (
    <>
      {signIn.end && 'error' in signIn.end && <ErrorCard error={signIn.end.error} onAction={grant} />}
      <div className="insight-pair">
        <ProfileCard account={account} isSigningIn={signIn.isBusy} onGrant={grant} />
        <StandingCard accountId={account.id} />
      </div>
      {error && <ErrorCard error={error} onAction={again} />}
      {history && canRead && (
        <ReadingLine account={account} reading={history.reading} isReadToday={isReadToday} />
      )}
      {snapshots.length > 1 && <HistoryCard snapshots={snapshots} />}
      {/* One day is a point, not a line. */}
      {all.value && canRead && snapshots.length < 2 && (
        <p className="insight-soft">{t('insight_history_empty')}</p>
      )}
      {known.error && <ErrorCard error={known.error} onAction={known.again} />}
      {known.newest.length > 0 && <GrowthCard accountId={account.id} videos={known.newest} />}
      {known.all && known.all.length > 0 && <BestHoursCard videos={known.all} />}
    </>
  );
}
