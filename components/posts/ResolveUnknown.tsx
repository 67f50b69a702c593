import type { Word } from '../../lib/posts/desk';
import { tiktokHome } from '../../lib/posts/remedy';
import { usePort } from '../hooks/port';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';

interface ResolveUnknownProps {
  postId: string;
  onDone: () => void;
  onFailed: (thrown: unknown) => void;
}

/** Nobody can know but the person: posting again unasked might post twice. */
export function ResolveUnknown({ postId, onDone, onFailed }: ResolveUnknownProps) {
  const { t } = useWords();
  const { posts, device } = usePort();
  const say = (word: Word) => void posts.resolve(postId, word).then(onDone, onFailed);
  return (
    <Notice
      tone="warn"
      title={t('recent_unknown_ask')}
      actions={
        <>
          <Button size="small" icon="external" onClick={() => device.openTab(tiktokHome)}>
            {t('error_action_open_tiktok')}
          </Button>
          <Button size="small" onClick={() => say('there')}>
            {t('recent_unknown_there')}
          </Button>
          <Button size="small" onClick={() => say('send-again')}>
            {t('recent_unknown_missing')}
          </Button>
          <Button size="small" onClick={() => say('let-be')}>
            {t('recent_unknown_let_be')}
          </Button>
        </>
      }
    >
      {t('recent_unknown_why')}
    </Notice>
  );
}
