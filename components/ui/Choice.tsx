import { type ReactNode, useId } from 'react';
import './choice.css';

interface ChoiceProps {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** What it does, or why it cannot be chosen. */
  note?: ReactNode;
  disabled?: boolean;
  /** Shown on hover too, where the reason must be. */
  title?: string | undefined;
  name?: string;
}

export function Checkbox(props: ChoiceProps) {
  return <Choice {...props} look="checkbox" />;
}

/** For what takes effect as a whole: on or off. */
export function Switch(props: ChoiceProps) {
  return <Choice {...props} look="switch" />;
}

function Choice({
  label,
  checked,
  onChange,
  note,
  disabled = false,
  title,
  name,
  look,
}: ChoiceProps & { look: 'checkbox' | 'switch' }) {
  const id = useId();
  return (
    <div className="choice" data-look={look} data-disabled={disabled || undefined} title={title}>
      <input
        id={id}
        type="checkbox"
        role={look === 'switch' ? 'switch' : undefined}
        name={name}
        checked={checked}
        disabled={disabled}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className="choice-text">
        <label htmlFor={id}>{label}</label>
        {note && (
          <span className="choice-note" id={`${id}-note`}>
            {note}
          </span>
        )}
      </span>
    </div>
  );
}
