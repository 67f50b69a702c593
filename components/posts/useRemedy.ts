import { useCallback } from 'react';
import type { ErrorData } from '../../lib/errors/app-error';
import type { Action } from '../../lib/errors/catalog';
import type { Post } from '../../lib/posts/post';
import { type AgainWith, remedyOf } from '../../lib/posts/remedy';
import { isRetryable } from '../../lib/posts/transitions';
import { type Port, usePort } from '../hooks/port';

/** Begins a new post from an old one, made ready for what has to be different. */
export type Again = (post: Post, change?: AgainWith) => void;

export interface Outcomes {
  onDone: () => void;
  onFailed: (thrown: unknown) => void;
  onAgain: Again;
}

/** Does what the button beside an error says, about a post that was sent. */
export function useRemedy({ onDone, onFailed, onAgain }: Outcomes) {
  const port = usePort();
  return useCallback(
    (post: Post, action: Action, error: ErrorData | undefined = post.error) => {
      if (error) void act(port, post, action, error, onAgain).then(onDone, onFailed);
      else void port.posts.retry(post.id).then(onDone, onFailed);
    },
    [port, onDone, onFailed, onAgain],
  );
}

/** Nothing is awaited before the browser is asked for a site: only the press itself may ask. */
export async function act(
  { device, posts }: Pick<Port, 'device' | 'posts'>,
  post: Post,
  action: Action,
  error: ErrorData,
  onAgain: Again,
): Promise<void> {
  const remedy = remedyOf(action, error, post.content);
  switch (remedy.do) {
    case 'retry':
      return posts.retry(post.id);
    case 'page':
      return device.openPage(remedy.path);
    case 'tab':
      return device.openTab(remedy.url);
    case 'allow':
      // A post that only waits goes on by itself.
      if ((await device.allowSites(remedy.urls)) && isRetryable(post.state)) await posts.retry(post.id);
      return;
    case 'again':
      return onAgain(post, remedy.with);
  }
}
