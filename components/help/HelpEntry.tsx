import { catalog, type ErrorCode } from '../../lib/errors/catalog';
import { useWords } from '../hooks/useWords';
import { sentencesOf } from './sentences';

/** One message. Its code is its address, so that every error can lead here. */
export function HelpEntry({ code }: { code: ErrorCode }) {
  const words = useWords();
  const { sentence, next } = sentencesOf(code, words);
  return (
    <article id={code} className="help-entry">
      <h3>{sentence}</h3>
      <p>{next}</p>
      <p className="help-soft">
        {words.t(`help_retry_${catalog[code].retry}`)} · <code>{code}</code>
      </p>
    </article>
  );
}
