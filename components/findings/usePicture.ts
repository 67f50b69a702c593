import { useCallback, useState } from 'react';
import { usePort } from '../hooks/port';

/**
 * An address as long as it shows, and a small copy of it where its host lets nobody embed it.
 * What needs the person's leave first is told to `onClosed`.
 */
export function usePicture(url: string | undefined, onClosed: (origin: string) => void) {
  const port = usePort();
  const [copy, setCopy] = useState<{ of: string; data: string | undefined }>();
  // A page's blob: address means nothing outside that page.
  const usable = url?.startsWith('blob:') ? undefined : url;
  const src = usable && copy?.of === usable ? copy.data : usable;

  const onError = useCallback(() => {
    if (!usable) return;
    setCopy({ of: usable, data: undefined });
    if (!/^https?:/.test(usable)) return;
    port.thumbnail(usable).then(
      ({ data, needs }) => {
        if (data) setCopy({ of: usable, data });
        else if (needs) onClosed(needs);
      },
      // No picture is a missing picture, nothing more: the tile says what it is.
      () => {},
    );
  }, [port, usable, onClosed]);

  return { src, onError };
}
