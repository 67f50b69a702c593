import { type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useRef } from 'react';
import { VisuallyHidden } from './VisuallyHidden';

interface MenuProps {
  /** What stands on the button, and what it is called aloud. */
  button: ReactNode;
  label: string;
  children: ReactNode;
  align?: 'start' | 'end';
  className?: string;
}

/** A native popover under its button: closes on Escape, on a press outside, and after a choice. */
export function Menu({ button, label, children, align = 'end', className = '' }: MenuProps) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const sheet = useRef<HTMLDivElement>(null);

  const place = (event: ToggleEvent) => {
    if (event.newState !== 'open' || !trigger.current || !sheet.current) return;
    const at = trigger.current.getBoundingClientRect();
    const rtl = document.documentElement.dir === 'rtl';
    const toRight = (align === 'end') !== rtl;
    sheet.current.style.top = `${Math.min(at.bottom + 4, innerHeight - sheet.current.offsetHeight - 8)}px`;
    sheet.current.style.left = toRight ? 'auto' : `${at.left}px`;
    sheet.current.style.right = toRight ? `${document.documentElement.clientWidth - at.right}px` : 'auto';
    items(sheet.current)[0]?.focus();
  };

  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !sheet.current) return;
    event.preventDefault();
    const all = items(sheet.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    all.at((at + step) % all.length)?.focus();
  };

  return (
    <>
      <button
        type="button"
        ref={trigger}
        className={`menu-button ${className}`}
        aria-haspopup="menu"
        title={label}
        popoverTarget={id}
      >
        {button}
        <VisuallyHidden>{label}</VisuallyHidden>
      </button>
      <div
        id={id}
        ref={sheet}
        className="menu"
        role="menu"
        aria-label={label}
        popover="auto"
        tabIndex={-1}
        onToggle={place}
        onKeyDown={move}
      >
        {children}
      </div>
    </>
  );
}

const items = (sheet: HTMLElement) => [...sheet.querySelectorAll<HTMLElement>('[role^=menuitem]')];

interface MenuItemProps {
  children: ReactNode;
  onChoose: () => void;
  /** For one of several: whether it is the one. */
  chosen?: boolean;
}

export function MenuItem({ children, onChoose, chosen }: MenuItemProps) {
  return (
    <button
      type="button"
      className="menu-item"
      {...(chosen === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': chosen })}
      tabIndex={-1}
      onClick={(event) => {
        event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
        onChoose();
      }}
    >
      {children}
    </button>
  );
}
