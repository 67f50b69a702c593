import type { PageFindings } from '../../lib/finder/finding';
import { siteOf } from '../../lib/settings/sites';
import type { WordKey } from '../../lib/words';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';

interface PageNoticeProps {
  page: PageFindings;
  /** Ferry was never clicked on this page, and so may not look at it. */
  unread: boolean;
  onAllow: (hosts: readonly string[]) => void;
  onSwitchOn: () => void;
}

/** Why the page gave nothing, or not all, and what may be done about it. */
export function PageNotice({ page, unread, onAllow, onSwitchOn }: PageNoticeProps) {
  const { t } = useWords();
  const { notice, closedFrames = [], findings } = page;
  if (!notice) return null;
  if (unread) return <Notice title={t('find_unread')}>{t('find_unread_next')}</Notice>;
  const values = { hosts: closedFrames.join(', '), site: siteOf(page.pageUrl) ?? page.pageUrl };
  return (
    <Notice
      tone={findings.length > 0 || notice === 'off-here' ? 'info' : 'warn'}
      title={t(`find_notice_${notice.replaceAll('-', '_')}` as WordKey, values)}
      actions={
        notice === 'off-here' ? (
          <Button size="small" onClick={onSwitchOn}>
            {t('find_switch_on')}
          </Button>
        ) : (
          notice === 'frames-closed' &&
          closedFrames.length > 0 && (
            <Button size="small" onClick={() => onAllow(closedFrames)}>
              {t('find_allow_frames')}
            </Button>
          )
        )
      }
    >
      {t(`find_notice_${notice.replaceAll('-', '_')}_next` as WordKey)}
    </Notice>
  );
}
