import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

export type NoticeTone = 'info' | 'ok' | 'warn' | 'danger';

const icons: Record<NoticeTone, IconName> = { info: 'info', ok: 'check', warn: 'alert', danger: 'stop' };

interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** `alert` interrupts a screen reader; leave it out for what was there from the start. */
  role?: 'alert' | 'status';
}

export function Notice({ tone = 'info', title, children, actions, role }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone} role={role}>
      <Icon name={icons[tone]} size={17} />
      <div className="notice-body">
        {title && <p className="notice-title">{title}</p>}
        {children && <div className="notice-text">{children}</div>}
        {actions && <div className="notice-actions">{actions}</div>}
      </div>
    </div>
  );
}
