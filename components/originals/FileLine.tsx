import { useFormats } from '../hooks/useFormats';
import { useWords } from '../hooks/useWords';
import { Icon } from '../ui/Icon';
import { Spinner } from '../ui/Spinner';

interface FileLineProps {
  name: string;
  size: number;
  duration?: number | undefined;
  /** The folder it was found in. */
  from?: string | undefined;
  busy?: boolean;
}

/** The file that goes to TikTok: what it is called, how long and how large it is. */
export function FileLine({ name, size, duration, from, busy = false }: FileLineProps) {
  const { t } = useWords();
  return (
    <div className="original-file">
      <span className="original-mark">{busy ? <Spinner size={16} /> : <Icon name="check" size={16} />}</span>
      <div role="status">
        <p className="original-name">{name}</p>
        <p className="original-facts">
          <FileFacts size={size} duration={duration} />
          {busy
            ? ` · ${t('find_original_taking')}`
            : from && ` · ${t('find_original_from', { folder: from })}`}
        </p>
      </div>
    </div>
  );
}

export function FileFacts({ size, duration }: Pick<FileLineProps, 'size' | 'duration'>) {
  const formats = useFormats();
  const length = duration === undefined ? [] : [formats.duration(duration)];
  return [...length, formats.bytes(size)].join(' · ');
}
