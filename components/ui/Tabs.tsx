import { type KeyboardEvent, useRef } from 'react';

export interface TabOption<Value extends string> {
  value: Value;
  label: string;
  /** How many wait there. */
  count?: number | undefined;
}

interface TabsProps<Value extends string> {
  label: string;
  options: readonly TabOption<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

/** The panel a tab opens carries `id="panel-<value>"`. Arrow keys move, as everywhere. */
export function Tabs<Value extends string>({ label, options, value, onChange }: TabsProps<Value>) {
  const list = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent) => {
    const step = stepOf(event.key, list.current);
    if (step === 0) return;
    event.preventDefault();
    const at = options.findIndex((option) => option.value === value);
    const next = options.at((at + step) % options.length);
    if (!next) return;
    onChange(next.value);
    list.current?.querySelector<HTMLElement>(`#tab-${next.value}`)?.focus();
  };

  return (
    <div className="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move} tabIndex={-1}>
      {options.map((option) => (
        <button
          key={option.value}
          id={`tab-${option.value}`}
          type="button"
          role="tab"
          className="tab"
          aria-selected={option.value === value}
          aria-controls={`panel-${option.value}`}
          tabIndex={option.value === value ? 0 : -1}
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.count ? <span className="tab-count">{option.count}</span> : null}
        </button>
      ))}
    </div>
  );
}

/** Which way an arrow key goes along the line of reading. */
function stepOf(key: string, element: HTMLElement | null): number {
  const rtl = element?.closest('[dir]')?.getAttribute('dir') === 'rtl';
  if (key === 'ArrowRight') return rtl ? -1 : 1;
  if (key === 'ArrowLeft') return rtl ? 1 : -1;
  return 0;
}
