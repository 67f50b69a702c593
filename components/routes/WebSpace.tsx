import { useState } from 'react';
import { originPattern } from '../../lib/routes/bucket/addresses';
import type { BucketPlace } from '../../lib/routes/bucket/bucket';
import { useWords } from '../hooks/useWords';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Dialog } from '../ui/Dialog';
import { ErrorCard } from '../ui/ErrorCard';
import { Notice } from '../ui/Notice';
import type { RoutesDoor } from './door';
import { ProofFile } from './ProofFile';
import { TrialList } from './TrialList';
import type { BucketDoings } from './useBucket';
import { WebSpaceForm } from './WebSpaceForm';

/** The person's bucket: set up once, tried for real, forgotten on request. */
export function WebSpace({ bucket, door }: { bucket: BucketDoings; door: RoutesDoor }) {
  const { t } = useWords();
  const [isEditing, setEditing] = useState(false);
  const { view, trial, isBusy, error } = bucket;
  const place = view?.place;
  const works = trial?.every((result) => !result.error);

  return (
    <Card
      title={t('options_space_title')}
      aside={
        place && (
          <Badge tone={trial && !works ? 'danger' : 'ok'}>
            {t(trial && !works ? 'options_space_broken' : 'options_space_kept')}
          </Badge>
        )
      }
    >
      <p className="routes-lead">{t('options_space_why')}</p>
      {place && !isEditing ? (
        <Kept place={place} bucket={bucket} door={door} onEdit={() => setEditing(true)} />
      ) : (
        view && (
          <WebSpaceForm
            place={place}
            inside={view.inside}
            isBusy={isBusy}
            door={door}
            onSave={async (next, keys) => {
              await bucket.saveAndTry(next, keys);
              setEditing(false);
            }}
          />
        )
      )}
      {error && <ErrorCard error={error} />}
      {trial && <TrialList results={trial} />}
      {works && place && <ProofFile publicBase={place.publicBase} />}
      {view && view.leftovers > 0 && (
        <Notice tone="warn">{t('options_space_leftovers', { count: view.leftovers })}</Notice>
      )}
      {view && view.left > 0 && <Notice tone="warn">{t('options_space_left', { count: view.left })}</Notice>}
    </Card>
  );
}

interface KeptProps {
  place: BucketPlace;
  bucket: BucketDoings;
  door: RoutesDoor;
  onEdit: () => void;
}

function Kept({ place, bucket, door, onEdit }: KeptProps) {
  const { t } = useWords();
  const [isForgetting, setForgetting] = useState(false);
  const inside = bucket.view?.inside ?? 0;
  const forget = async (leave: boolean) => {
    await bucket.forget({ leave });
    setForgetting(false);
  };
  const tryAgain = async () => {
    await door.allowHosts(originPattern(place));
    await bucket.tryAgain();
  };
  return (
    <>
      <dl className="routes-facts">
        <dt>{t('options_space_bucket')}</dt>
        <dd>
          {place.bucket} · {new URL(place.endpoint).host}
        </dd>
        <dt>{t('options_space_public')}</dt>
        <dd>{place.publicBase}</dd>
      </dl>
      <div className="routes-actions">
        <Button tone="primary" busy={bucket.isBusy} onClick={tryAgain}>
          {t('options_space_test')}
        </Button>
        <Button onClick={onEdit}>{t('options_space_change')}</Button>
        <Button tone="danger" onClick={() => setForgetting(true)}>
          {t('options_space_forget')}
        </Button>
      </div>
      {isForgetting && (
        <Dialog
          title={t('options_space_forget_title')}
          onClose={() => setForgetting(false)}
          actions={
            <>
              <Button onClick={() => setForgetting(false)}>{t('options_space_keep')}</Button>
              {inside > 0 && (
                <Button tone="danger" onClick={() => forget(true)}>
                  {t('options_space_forget_leave')}
                </Button>
              )}
              <Button tone={inside > 0 ? 'primary' : 'danger'} onClick={() => forget(false)}>
                {t(inside > 0 ? 'options_space_forget_clean' : 'options_space_forget')}
              </Button>
            </>
          }
        >
          <p>{t('options_space_forget_text')}</p>
          {inside > 0 && <p>{t('options_space_inside', { count: inside })}</p>}
        </Dialog>
      )}
    </>
  );
}
