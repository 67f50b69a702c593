import { useState } from 'react';
import { useWords } from '../hooks/useWords';
import { IconButton } from './Button';
import { useAnnounce } from './LiveRegion';

/** An id nobody types: shown, and copied by a press. */
export function CopyText({ text }: { text: string }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    announce(t('ui_copied'));
  };
  return (
    <span className="copy-text">
      <code>{text}</code>
      <IconButton
        size="small"
        icon={copied ? 'check' : 'copy'}
        label={t(copied ? 'ui_copied' : 'ui_copy')}
        onClick={copy}
      />
    </span>
  );
}
