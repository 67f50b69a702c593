import { useEffect, useEffectEvent } from 'react';
import { type Notice, notices } from '../../lib/messages/notices';

/** Hears the background's news while the component is there, on pages that have no port. */
export function useNotices(hear: (notice: Notice) => void): void {
  const onNotice = useEffectEvent(hear);
  useEffect(() => notices.listen(onNotice), []);
}
