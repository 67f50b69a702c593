import type { ReactNode } from 'react';
import { Harbour } from './Harbour';
import './empty.css';

interface EmptyStateProps {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** Which of our small pictures stands above it. */
  picture?: 'at-sea' | 'moored' | 'fog';
}

export function EmptyState({ title, children, actions, picture = 'moored' }: EmptyStateProps) {
  return (
    <div className="empty">
      <Harbour scene={picture} />
      <h2 className="empty-title">{title}</h2>
      {children && <div className="empty-text">{children}</div>}
      {actions && <div className="empty-actions">{actions}</div>}
    </div>
  );
}
