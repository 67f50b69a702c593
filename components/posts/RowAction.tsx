import { memo, useState } from 'react';
import type { Post } from '../../lib/posts/post';
import { type NextStep, nextStepOf } from '../../lib/posts/remedy';
import type { WordKey } from '../../lib/words';
import { usePort } from '../hooks/port';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ResolveUnknown } from './ResolveUnknown';
import { type Outcomes, useRemedy } from './useRemedy';

const ownWords: Partial<Record<NextStep, WordKey>> = {
  open: 'recent_open_short',
  cancel: 'recent_cancel',
  resolve: 'recent_resolve',
};

/** The one thing to do about a post next, beside its row: no need to open it first. */
export const RowAction = memo(function RowAction({ post, ...outcomes }: Outcomes & { post: Post }) {
  const { t } = useWords();
  const { posts, device } = usePort();
  const remedy = useRemedy(outcomes);
  const [asking, setAsking] = useState(false);
  const step = nextStepOf(post);
  if (!step) return null;

  const press = () => {
    if (step === 'open') device.openTab(post.link ?? '');
    else if (step === 'cancel') void posts.cancel(post.id).then(outcomes.onDone, outcomes.onFailed);
    else if (step === 'resolve') setAsking(true);
    else remedy(post, step, post.state === 'failed' ? post.error : post.waitingFor);
  };
  return (
    <>
      <Button
        size="small"
        className="row-action"
        aria-describedby={`post-words-${post.id}`}
        data-step={step}
        onClick={press}
      >
        {t(ownWords[step] ?? (`error_action_${step.replaceAll('-', '_')}` as WordKey))}
      </Button>
      {asking && (
        <Dialog title={t('recent_state_unknown')} onClose={() => setAsking(false)}>
          <ResolveUnknown
            postId={post.id}
            onDone={() => {
              setAsking(false);
              outcomes.onDone();
            }}
            onFailed={outcomes.onFailed}
          />
        </Dialog>
      )}
    </>
  );
});
