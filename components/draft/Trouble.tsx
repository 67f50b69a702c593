import type { ErrorData } from '../../lib/errors/app-error';
import type { PageFindings } from '../../lib/finder/finding';
import { PageNotice } from '../findings/PageNotice';
import { ErrorCard } from '../ui/ErrorCard';

interface TroubleProps {
  page: PageFindings | undefined;
  /** Ferry was never clicked on this page, and so may not look at it. */
  unread: boolean;
  errors: readonly (ErrorData | undefined)[];
  /** The draft could not be kept. */
  unkept: ErrorData | undefined;
  onKeep: () => void;
  onAllow: (hosts: readonly string[]) => void;
  onSwitchOn: () => void;
  onAgain: () => void;
}

/** What is worth saying about the page itself: loaded only where there is something to say. */
export default function Trouble(props: TroubleProps) {
  const { page, unread, errors, unkept, onKeep, onAllow, onSwitchOn, onAgain } = props;
  return (
    <>
      {unkept && <ErrorCard error={unkept} onAction={onKeep} />}
      {page && <PageNotice page={page} unread={unread} onAllow={onAllow} onSwitchOn={onSwitchOn} />}
      {errors.map(
        (error) => error && <ErrorCard key={error.code} error={error} tone="warn" onAction={onAgain} />,
      )}
    </>
  );
}
