import { useRef } from 'react';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';

interface FilePickerProps {
  surface: 'popup' | 'panel' | 'tab';
  onFiles: (files: readonly File[]) => void;
  /** Goes on where a file dialog does not close the screen. */
  onElsewhere: () => void;
}

/** A popup closes as soon as a file dialog takes the focus: there, the draft goes on in a tab. */
export function FilePicker({ surface, onFiles, onElsewhere }: FilePickerProps) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  if (surface === 'popup') {
    return (
      <Button tone="plain" size="small" icon="plus" className="file-picker" onClick={onElsewhere}>
        {t('compose_files')}
      </Button>
    );
  }
  return (
    <>
      <Button
        tone={surface === 'tab' ? 'secondary' : 'plain'}
        size="small"
        icon="plus"
        className="file-picker"
        onClick={() => input.current?.click()}
      >
        {t('compose_files')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="video/*,image/*"
        aria-label={t('compose_files')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
