import type { AuditHealth } from '../../lib/data/shapes';
import { ask } from '../../lib/messages/client';
import type { CapUse } from '../../lib/posts/cap-use';
import type { WordKey } from '../../lib/words';
import { relativeTime, useNow } from '../account/times';
import { useAskedOf } from '../hooks/useAskedOf';
import { useNotices } from '../hooks/useNotices';
import { useWords } from '../hooks/useWords';
import { Card } from '../ui/Card';
import { ErrorCard } from '../ui/ErrorCard';
import { Notice, type NoticeTone } from '../ui/Notice';

const load = (accountId: string) => ask('data.standing', { accountId });

/** What TikTok lets this account do today, as far as Ferry's own history tells. */
export function StandingCard({ accountId }: { accountId: string }) {
  const { t } = useWords();
  const { value: data, error, again } = useAskedOf(load, accountId);
  useNotices(({ about }) => {
    if (about === 'posts') again();
  });
  return (
    <Card title={t('insight_standing')} className="standing-card">
      {error && <ErrorCard error={error} onAction={() => again()} />}
      {data && (
        <>
          <Audit audit={data.audit} />
          <Cap label={t('insight_cap_posts')} use={data.caps.posts} />
          <Cap label={t('insight_cap_pending')} use={data.caps.pending} />
          <p className="insight-soft">{t('insight_caps_how')}</p>
        </>
      )}
    </Card>
  );
}

const tones: Record<AuditHealth['verdict'], NoticeTone> = {
  audited: 'ok',
  unaudited: 'warn',
  unknown: 'info',
};

function Audit({ audit: { verdict, at } }: { audit: AuditHealth }) {
  const { t, locale } = useWords();
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  return (
    <Notice tone={tones[verdict]} title={t(`insight_audit_${verdict}`)}>
      <p>
        {t(`insight_audit_${verdict}_text` as WordKey, at === undefined ? {} : { date: date.format(at) })}
      </p>
    </Notice>
  );
}

function Cap({ label, use }: { label: string; use: CapUse['posts'] }) {
  const { t, locale } = useWords();
  const now = useNow();
  const said = t('insight_cap_use', { used: use.used, limit: use.limit });
  return (
    <div className="cap">
      <div className="cap-words">
        <span>{label}</span>
        <span>{said}</span>
      </div>
      <meter
        min={0}
        max={use.limit}
        high={use.limit * 0.8}
        value={use.used}
        aria-label={label}
        aria-valuetext={said}
      />
      {use.freesAt !== undefined && (
        <p className="insight-soft">
          {t('insight_cap_frees', { when: relativeTime(use.freesAt, now, locale) })}
        </p>
      )}
    </div>
  );
}
