import { ask } from '../../lib/messages/client';
import { useAsked } from '../hooks/useAsked';
import { useFormats } from '../hooks/useFormats';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { ErrorCard } from '../ui/ErrorCard';
import { useWork } from './useWork';
import { WorkEnd } from './WorkEnd';

const load = () => ask('data.storage', undefined);

/** How much room Ferry takes, and what for. */
export function StorageCard() {
  const { t } = useWords();
  const { bytes, number } = useFormats();
  const { value: data, error, again } = useAsked(load);
  const work = useWork();
  const sweep = () =>
    work.run(async () => {
      const before = data?.files.bytes ?? 0;
      await ask('data.sweep', undefined);
      const after = await ask('data.storage', undefined);
      again();
      const freed = Math.max(0, before - after.files.bytes);
      return freed > 0 ? t('data_swept', { size: bytes(freed) }) : t('data_swept_nothing');
    });
  return (
    <Card title={t('data_storage')}>
      {error && <ErrorCard error={error} onAction={() => again()} />}
      {data && (
        <>
          {data.used !== undefined && (
            <p>
              {data.quota === undefined
                ? t('data_storage_used', { used: bytes(data.used) })
                : t('data_storage_of', { used: bytes(data.used), quota: bytes(data.quota) })}
            </p>
          )}
          <dl className="storage-list">
            <div>
              <dt>{t('data_storage_files', { count: data.files.count })}</dt>
              <dd>{data.files.count === 0 ? '–' : bytes(data.files.bytes)}</dd>
            </div>
            {(['posts', 'drafts', 'days', 'videos'] as const).map((kind) => (
              <div key={kind}>
                <dt>{t(`data_storage_${kind}`)}</dt>
                <dd>{number(data[kind])}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p className="data-soft">{t('data_sweep_text')}</p>
      <div className="data-actions">
        <Button busy={work.isBusy} onClick={() => void sweep()}>
          {t('data_sweep')}
        </Button>
      </div>
      <WorkEnd error={work.error} done={work.done} />
    </Card>
  );
}
