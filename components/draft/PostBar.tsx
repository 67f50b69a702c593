import { useId } from 'react';
import type { WhyNot } from '../../lib/drafts/audit';
import type { Content } from '../../lib/drafts/draft';
import type { WordKey } from '../../lib/words';
import { useFormats } from '../hooks/useFormats';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Consent } from './Consent';

interface PostBarProps {
  content: Content;
  /** How many posts a press makes. */
  count: number;
  reasons: readonly WhyNot[];
  /** What the check found to stop it, in its own words. */
  unfit: string | undefined;
  /** How it will travel, in one line. */
  route: string | undefined;
  busy: boolean;
  onPost: () => void;
  /** Takes the person to what has to be done first. */
  onWhy: (reason: WhyNot) => void;
}

export function PostBar({ content, count, reasons, unfit, route, busy, onPost, onWhy }: PostBarProps) {
  const { t } = useWords();
  const formats = useFormats();
  const id = useId();
  const [first] = reasons;
  const say = (reason: WhyNot) =>
    (reason.code === 'unfit' && unfit) ||
    t(`compose_why_${reason.code}` as WordKey, factsOf(reason, formats));
  const one = content.mode === 'inbox' ? 'compose_send_inbox' : 'compose_post';
  const all = content.mode === 'inbox' ? 'compose_batch_send' : 'compose_batch_post';
  const doing = count > 1 ? all : one;
  const isAshore = first?.code === 'no_account';
  return (
    <footer className="post-bar">
      {first ? (
        <p className="post-why" id={id}>
          <Icon name="info" size={14} />
          {say(first)}
        </p>
      ) : (
        route && <p className="post-route">{route}</p>
      )}
      <Consent mode={content.mode} settings={content.settings} />
      <Button
        tone="primary"
        size="large"
        wide
        busy={busy}
        aria-disabled={first && !isAshore ? true : undefined}
        aria-describedby={first ? id : undefined}
        title={reasons.map(say).join('\n') || undefined}
        className="post-button"
        onClick={() => (first ? onWhy(first) : onPost())}
      >
        {isAshore ? t('compose_connect') : t(doing, { count })}
      </Button>
    </footer>
  );
}

function factsOf(reason: WhyNot, formats: ReturnType<typeof useFormats>): Record<string, string | number> {
  switch (reason.code) {
    case 'caption_too_long':
    case 'title_too_long':
      return { count: reason.over, limit: reason.limit };
    case 'too_many_photos':
      return { limit: reason.limit };
    case 'video_too_long':
      return { length: formats.duration(reason.seconds), limit: formats.duration(reason.limit) };
    case 'one_blocked':
      return { name: reason.name };
    case 'rights_unanswered':
      return { owner: reason.owner };
    default:
      return {};
  }
}
