import { sealed } from '../../lib/data/archive';
import type { ExportPlace } from '../../lib/data/shapes';
import { ask } from '../../lib/messages/client';
import { download, fileName } from '../hooks/download';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { useWork } from './useWork';
import { WorkEnd } from './WorkEnd';

/** Everything but secrets, in one file. */
export function ExportCard() {
  const { t } = useWords();
  const { isBusy, error, done, run } = useWork();
  const save = () =>
    run(async () => {
      const { text, count } = await wholeExport();
      download(fileName('export', 'jsonl'), new Blob([text], { type: 'application/jsonl' }));
      return t('data_export_saved', { count });
    });
  return (
    <Card title={t('data_export')}>
      <p>{t('data_export_text')}</p>
      <p className="data-soft">{t('data_export_not')}</p>
      <div className="data-actions">
        <Button icon="down" busy={isBusy} onClick={() => void save()}>
          {t('data_export_button')}
        </Button>
      </div>
      <WorkEnd error={error} done={done} />
    </Card>
  );
}

async function wholeExport(): Promise<{ text: string; count: number }> {
  let header = '';
  const lines: string[] = [];
  let place: ExportPlace | undefined;
  do {
    const page = await ask('data.export', place === undefined ? {} : { place });
    header = page.header ?? header;
    lines.push(...page.lines);
    place = page.next;
  } while (place !== undefined);
  return { text: await sealed(header, lines), count: lines.length };
}
