import { type DragEvent, type ReactNode, useEffect, useState } from 'react';
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

  // Heard by the whole page: right after it opens, nothing on it has the focus.
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || wantsText(event)) return;
      event.preventDefault();
      onFiles(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [onFiles]);

  return (
    <section
      className="drop-zone"
      aria-label={t('compose_screen')}
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

/** Words copied from an office program bring a picture of themselves along: into a text goes the text. */
function wantsText({ target, clipboardData }: ClipboardEvent): boolean {
  const isField = target instanceof Element && target.closest('textarea, input') !== null;
  return isField && clipboardData?.types.includes('text/plain') === true;
}
