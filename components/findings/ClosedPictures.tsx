import { usePort } from '../hooks/port';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';

interface ClosedPicturesProps {
  /** As permissions are written: `https://host/*`. */
  origins: readonly string[];
  onOpened: () => void;
}

/** Some hosts let nobody else show their pictures; with the person's leave Ferry fetches small copies. */
export function ClosedPictures({ origins, onOpened }: ClosedPicturesProps) {
  const { t } = useWords();
  const { device } = usePort();
  const hosts = origins.map((origin) => origin.replace(/^https?:\/\/|\/\*$/g, ''));
  const allow = async () => {
    if (await device.allowSites(origins)) onOpened();
  };
  return (
    <Button size="small" icon="eye" onClick={() => void allow()}>
      {t('find_show_pictures', { hosts: hosts.join(', ') })}
    </Button>
  );
}
