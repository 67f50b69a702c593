import { useEffect, useState } from 'react';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { useAnnounce } from '../ui/LiveRegion';

/** Text that must arrive somewhere else exactly as it is. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const { t } = useWords();
  const announce = useAnnounce();
  const [isCopied, setCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [isCopied]);

  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    announce(t('options_copied'));
  };

  return (
    <div className="copy-text">
      <input
        className="input"
        readOnly
        value={text}
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button icon={isCopied ? 'check' : 'copy'} onClick={copy}>
        {t(isCopied ? 'options_copied' : 'options_copy')}
      </Button>
    </div>
  );
}
