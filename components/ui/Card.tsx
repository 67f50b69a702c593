import type { ReactNode } from 'react';
import './card.css';

interface CardProps {
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** One matter on one surface, under its heading. */
export function Card({ title, aside, children, className = '' }: CardProps) {
  return (
    <section className={`card ${className}`}>
      {(title || aside) && (
        <header className="card-head">
          {title && <h2 className="card-title">{title}</h2>}
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}
