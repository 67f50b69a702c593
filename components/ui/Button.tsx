import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from './Icon';
import { Spinner } from './Spinner';

type Tone = 'primary' | 'secondary' | 'plain' | 'danger';

interface ButtonProps extends ComponentProps<'button'> {
  tone?: Tone;
  size?: 'normal' | 'small' | 'large';
  icon?: IconName;
  /** At work: keeps its width and its focus, takes no press. */
  busy?: boolean;
  /** As wide as what holds it. */
  wide?: boolean;
  children: ReactNode;
}

export function Button({
  tone = 'secondary',
  size = 'normal',
  icon,
  busy = false,
  wide = false,
  className = '',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`button ${className}`}
      data-tone={tone}
      data-size={size}
      data-wide={wide || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? undefined : onClick}
    >
      {busy ? <Spinner size={16} /> : icon && <Icon name={icon} size={size === 'small' ? 15 : 17} />}
      <span className="button-label">{children}</span>
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: IconName;
  /** Said aloud and shown on hover: an icon alone is a riddle. */
  label: string;
  size?: 'normal' | 'small';
  directional?: boolean;
}

export function IconButton({
  icon,
  label,
  size = 'normal',
  directional = false,
  className = '',
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...rest}
      className={`icon-button ${className}`}
      data-size={size}
    >
      <Icon name={icon} size={size === 'small' ? 15 : 18} directional={directional} />
    </button>
  );
}
