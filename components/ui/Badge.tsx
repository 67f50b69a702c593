import type { ReactNode } from 'react';
import type { NoticeTone } from './Notice';

export function Badge({ tone, children }: { tone?: NoticeTone | 'accent'; children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  );
}
