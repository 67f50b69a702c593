import type { ErrorData } from '../../lib/errors/app-error';
import { ErrorCard } from '../ui/ErrorCard';
import { Notice } from '../ui/Notice';

/** How the last press ended. */
export function WorkEnd({ error, done }: { error: ErrorData | undefined; done: string | undefined }) {
  if (error) return <ErrorCard error={error} />;
  return done ? <Notice tone="ok" title={done} /> : null;
}
