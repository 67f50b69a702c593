import { useEffect, useEffectEvent } from 'react';
import type { Notice } from '../../lib/messages/notices';
import { usePort } from './port';

/** Hears the background's notices while the component is there. */
export function useNews(hear: (notice: Notice) => void): void {
  const port = usePort();
  const onNotice = useEffectEvent(hear);
  useEffect(() => port.listen(onNotice), [port]);
}
