import { auditCsv, auditJson } from '../../lib/data/audit-trail';
import type { AuditRow } from '../../lib/data/shapes';
import { ask } from '../../lib/messages/client';
import { download, fileName } from '../hooks/download';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { useWork } from './useWork';
import { WorkEnd } from './WorkEnd';

/** Every publish, for whoever has to account for it. */
export function AuditTrailCard() {
  const { t } = useWords();
  const { isBusy, error, done, run } = useWork();
  const save = (ending: string, type: string, write: (rows: AuditRow[]) => string) =>
    run(async () => {
      const rows = await ask('data.auditTrail', undefined);
      download(fileName('posts', ending), new Blob([write(rows)], { type }));
      return t('data_trail_saved', { count: rows.length });
    });
  return (
    <Card title={t('data_trail')}>
      <p>{t('data_trail_text')}</p>
      <div className="data-actions">
        <Button icon="down" busy={isBusy} onClick={() => void save('csv', 'text/csv', auditCsv)}>
          {t('data_save_csv')}
        </Button>
        <Button icon="down" busy={isBusy} onClick={() => void save('json', 'application/json', auditJson)}>
          {t('data_save_json')}
        </Button>
      </div>
      <WorkEnd error={error} done={done} />
    </Card>
  );
}
