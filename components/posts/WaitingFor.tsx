import type { Action } from '../../lib/errors/catalog';
import type { Post } from '../../lib/posts/post';
import { actionOf } from '../../lib/posts/remedy';
import { ErrorCard } from '../ui/ErrorCard';
import { isOver } from './state-words';

interface WaitingForProps {
  post: Post;
  onAction: (action: Action) => void;
}

/** What a post on its way is held up by. Ferry tries again by itself: no button is needed for that. */
export function WaitingFor({ post, onAction }: WaitingForProps) {
  const { waitingFor, state } = post;
  if (!waitingFor || isOver(state)) return null;
  const triesItself = actionOf(waitingFor) === 'retry';
  return <ErrorCard error={waitingFor} tone="info" onAction={triesItself ? undefined : onAction} />;
}
