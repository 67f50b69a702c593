import { useRef } from 'react';
import type { Surface } from '../draft/Composer';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';

interface ChooseFileProps {
  surface: Surface;
  onFiles: (files: readonly File[]) => void;
  onElsewhere: () => void;
}

/** One video by the browser's own picker. */
export function ChooseFile({ surface, onFiles, onElsewhere }: ChooseFileProps) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        size="small"
        tone="primary"
        icon="film"
        className="original-choose"
        onClick={() => (surface === 'popup' ? onElsewhere() : input.current?.click())}
      >
        {t('find_original_choose')}
      </Button>
      {surface !== 'popup' && (
        <input
          ref={input}
          type="file"
          hidden
          accept="video/*"
          aria-label={t('find_original_choose')}
          onChange={(event) => {
            onFiles([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      )}
    </>
  );
}
