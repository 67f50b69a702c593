import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useWords } from '../hooks/useWords';
import { IconButton } from './Button';
import './dialog.css';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  actions?: ReactNode;
}

/** Open while it is rendered. The platform traps the focus, closes on Escape and gives the focus back. */
export function Dialog({ title, onClose, children, actions }: DialogProps) {
  const { t } = useWords();
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();

  // A dialog gives the focus back only while it is still in the page: a later effect would find it gone.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);

  return (
    <dialog className="dialog" ref={ref} aria-labelledby={id} onCancel={onClose}>
      <header className="dialog-head">
        <h2 id={id}>{title}</h2>
        <IconButton icon="close" label={t('ui_close')} onClick={onClose} />
      </header>
      <div className="dialog-body">{children}</div>
      {actions && <footer className="dialog-actions">{actions}</footer>}
    </dialog>
  );
}
