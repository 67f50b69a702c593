import type { ReactNode } from 'react';
import type { NoticeTone } from './Notice';
import './badge.css';

export function Badge({ tone, children }: { tone?: NoticeTone | 'accent' | undefined; children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  );
}
