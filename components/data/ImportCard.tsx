import { type ChangeEvent, useRef, useState } from 'react';
import { type Archive, largestArchive, readArchive } from '../../lib/data/archive';
import { addTallies } from '../../lib/data/importer';
import type { ExportRecord } from '../../lib/data/records';
import type { ImportTally } from '../../lib/data/shapes';
import { AppError } from '../../lib/errors/app-error';
import { ask } from '../../lib/messages/client';
import { recordsPerMessage } from '../../lib/messages/data';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { ImportPreview } from './ImportPreview';
import { useWork } from './useWork';
import { WorkEnd } from './WorkEnd';

/** A file of Ferry's own: read whole, shown, and only then merged. */
export function ImportCard() {
  const { t } = useWords();
  const { isBusy, error, done, run } = useWork();
  const [found, setFound] = useState<{ archive: Archive; tally: ImportTally }>();
  const picker = useRef<HTMLInputElement>(null);

  const look = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.currentTarget.files?.[0];
    // The same file may be chosen again after it was mended.
    event.currentTarget.value = '';
    if (!file) return;
    setFound(undefined);
    void run(async () => {
      if (file.size > largestArchive) throw new AppError('import_too_large');
      const archive = await readArchive(await file.text());
      setFound({
        archive,
        tally: await inBatches(archive.records, (records) => ask('data.preview', { records })),
      });
      return undefined;
    });
  };
  const merge = (archive: Archive) =>
    run(async () => {
      await inBatches(archive.records, (records) => ask('data.merge', { records }));
      setFound(undefined);
      return t('data_import_done');
    });

  return (
    <Card title={t('data_import')}>
      <p>{t('data_import_text')}</p>
      <input
        ref={picker}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('data_import_button')}
        onChange={look}
      />
      <div className="data-actions">
        <Button icon="up" busy={isBusy && !found} onClick={() => picker.current?.click()}>
          {t('data_import_button')}
        </Button>
      </div>
      {found && (
        <ImportPreview
          {...found}
          isBusy={isBusy}
          onMerge={() => void merge(found.archive)}
          onCancel={() => setFound(undefined)}
        />
      )}
      <WorkEnd error={error} done={done} />
    </Card>
  );
}

/** Messages have a size; what comes back is added up. */
async function inBatches(
  records: readonly ExportRecord[],
  work: (records: ExportRecord[]) => Promise<ImportTally>,
): Promise<ImportTally> {
  let sum = await work(records.slice(0, recordsPerMessage));
  for (let at = recordsPerMessage; at < records.length; at += recordsPerMessage) {
    sum = addTallies(sum, await work(records.slice(at, at + recordsPerMessage)));
  }
  return sum;
}
