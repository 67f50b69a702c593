import type { Archive } from '../../lib/data/archive';
import { recordKinds } from '../../lib/data/records';
import type { ImportTally } from '../../lib/data/shapes';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';

interface ImportPreviewProps {
  archive: Archive;
  tally: ImportTally;
  isBusy: boolean;
  onMerge: () => void;
  onCancel: () => void;
}

/** What an import would bring, before it does. */
export function ImportPreview({ archive, tally, isBusy, onMerge, onCancel }: ImportPreviewProps) {
  const { t, locale } = useWords();
  const number = new Intl.NumberFormat(locale);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const rows = recordKinds.filter((kind) => {
    const { added, updated, same } = tally[kind];
    return added + updated + same > 0;
  });
  const brings = rows.some((kind) => tally[kind].added + tally[kind].updated > 0);
  return (
    <div className="import-preview">
      <p>{t('data_import_from', { date: date.format(archive.exportedAt) })}</p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('data_import_added')}</th>
            <th scope="col">{t('data_import_updated')}</th>
            <th scope="col">{t('data_import_same')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`data_kind_${kind}`)}</th>
              <td>{number.format(tally[kind].added)}</td>
              <td>{number.format(tally[kind].updated)}</td>
              <td>{number.format(tally[kind].same)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!brings && <p>{t('data_import_nothing')}</p>}
      {tally.account.added > 0 && <p className="data-soft">{t('data_import_sign_in')}</p>}
      <div className="data-actions">
        {brings && (
          <Button tone="primary" busy={isBusy} onClick={onMerge}>
            {t('data_import_merge')}
          </Button>
        )}
        <Button disabled={isBusy} onClick={onCancel}>
          {t('data_cancel')}
        </Button>
      </div>
    </div>
  );
}
