import type { LineRemedy, PreflightLine } from '../../lib/media/preflight-line';
import type { WordKey } from '../../lib/words';
import { useWords } from '../hooks/useWords';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';

interface ChecksProps {
  lines: readonly PreflightLine[];
  looking: boolean;
  /** Which remedies this screen can offer, and what does them. */
  remedies: Partial<Record<LineRemedy, () => void>>;
}

const icons = { blocks: 'stop', fixes: 'refresh', warns: 'alert' } as const;

/** What will happen to the media on its way, and what has to be done first. */
export function Checks({ lines, looking, remedies }: ChecksProps) {
  const { t } = useWords();
  if (lines.length === 0) {
    return (
      <p className="checks-line" data-severity={looking ? 'looking' : 'fine'}>
        {!looking && <Icon name="check" size={15} />}
        {t(looking ? 'compose_checks_looking' : 'compose_checks_fine')}
      </p>
    );
  }
  return (
    <ul className="checks">
      {lines.map((line) => (
        <li key={`${line.code} ${line.index ?? ''}`} className="checks-line" data-severity={line.severity}>
          <Icon name={icons[line.severity]} size={15} />
          <span>
            {t(line.key, line.values)}
            {(line.remedies ?? []).map((remedy) => {
              const act = remedies[remedy];
              return act ? (
                <Button key={remedy} tone="plain" size="small" onClick={act}>
                  {t(`error_action_${remedy.replaceAll('-', '_')}` as WordKey)}
                </Button>
              ) : null;
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
