import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { VisuallyHidden } from '../ui/VisuallyHidden';

interface KeptListProps {
  /** Undefined while nobody knows yet. */
  kept: readonly string[] | undefined;
  /** An address is code; a sentence about one may mix directions. */
  as: 'code' | 'bdi';
  nameOf?: (one: string) => string;
  /** What the button beside each does. */
  action: string;
  onAction: (one: string) => void;
}

/** What somebody decided once for each of these, and a button that takes it back. */
export function KeptList({ kept, as: Name, nameOf = String, action, onAction }: KeptListProps) {
  const { t } = useWords();
  if (!kept) return null;
  if (kept.length === 0) return <p>{t('options_sites_none')}</p>;
  return (
    <ul className="preference-kept">
      {kept.map((one) => (
        <li key={one}>
          <Name>{nameOf(one)}</Name>
          <Button size="small" onClick={() => onAction(one)}>
            {action} <VisuallyHidden>{nameOf(one)}</VisuallyHidden>
          </Button>
        </li>
      ))}
    </ul>
  );
}
