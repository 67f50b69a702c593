import { type ComponentProps, type ReactNode, useId } from 'react';
import { Icon } from './Icon';
import './field.css';

interface FieldProps {
  label: string;
  hint?: ReactNode;
  /** Shown instead of the hint, and said to be wrong. */
  error?: ReactNode;
  /** Beside the label, such as a counter. */
  aside?: ReactNode;
  /** The control itself, handed the ids that tie it to its label and hint. */
  children: (ids: {
    id: string;
    'aria-describedby'?: string | undefined;
    'aria-invalid'?: true | undefined;
  }) => ReactNode;
}

/** A labelled control with what helps to fill it. */
export function Field({ label, hint, error, aside, children }: FieldProps) {
  const id = useId();
  const help = error ?? hint;
  return (
    <div className="field">
      <div className="field-head">
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        {aside}
      </div>
      {children({
        id,
        'aria-describedby': help ? `${id}-help` : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {help && (
        <p className="field-help" id={`${id}-help`} data-error={error ? true : undefined}>
          {help}
        </p>
      )}
    </div>
  );
}

/** What somebody writes has its own direction, an address in an Arabic page too; an empty field has the page's. */
const directionOf = (value: ComponentProps<'input'>['value']) => (value ? { dir: 'auto' } : {});

type Labelled = Pick<FieldProps, 'label' | 'hint' | 'error' | 'aside'>;

export function TextField({ label, hint, error, aside, ...rest }: Labelled & ComponentProps<'input'>) {
  return (
    <Field label={label} hint={hint} error={error} aside={aside}>
      {(ids) => <input {...directionOf(rest.value)} {...rest} {...ids} className="input" />}
    </Field>
  );
}

export function TextArea({ label, hint, error, aside, ...rest }: Labelled & ComponentProps<'textarea'>) {
  return (
    <Field label={label} hint={hint} error={error} aside={aside}>
      {(ids) => <textarea {...directionOf(rest.value)} {...rest} {...ids} className="input input-tall" />}
    </Field>
  );
}

/** A native list: the platform's own keyboard, screen reader and touch behaviour. */
export function Select({
  label,
  hint,
  error,
  aside,
  children,
  ...rest
}: Labelled & ComponentProps<'select'>) {
  return (
    <Field label={label} hint={hint} error={error} aside={aside}>
      {(ids) => (
        <span className="select">
          <select {...rest} {...ids} className="input">
            {children}
          </select>
          <Icon name="chevron" size={16} />
        </span>
      )}
    </Field>
  );
}
