import { type ClipboardEvent, type DragEvent, type ReactNode, useState } from 'react';
import { useWords } from '../hooks/useWords';
import { Icon } from '../ui/Icon';

interface DropZoneProps {
  onFiles: (files: readonly File[]) => void;
  children: ReactNode;
}

/** Takes files dropped or pasted anywhere on the screen. */
export function DropZone({ onFiles, children }: DropZoneProps) {
  const { t } = useWords();
  const [over, setOver] = useState(false);
  const carries = (event: DragEvent) => event.dataTransfer.types.includes('Files');

  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  };

  return (
    <section
      className="drop-zone"
      aria-label={t('compose_screen')}
      onPaste={paste}
      onDragOver={(event) => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.currentTarget === event.target) setOver(false);
      }}
      onDrop={(event) => {
        if (!carries(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && (
        <div className="drop-veil" aria-hidden="true">
          <Icon name="down" size={30} />
          {t('compose_drop')}
        </div>
      )}
    </section>
  );
}
