import { catalog, type ErrorCode } from '../../lib/errors/catalog';
import { useWords } from '../hooks/useWords';
import { sentencesOf } from './sentences';

/** One message. Its code is its address, so that every error can lead here. */
export function HelpEntry({ code }: { code: ErrorCode }) {
  const words = useWords();
  const { sentence, next } = sentencesOf(code, words);
  return (
    // Not :target, which the browser decides before there is anything to point at.
    <article id={code} className="help-entry" data-asked={location.hash === `#${code}` || undefined}>
      <h3>{sentence}</h3>
      <p>{next}</p>
      <p className="help-soft">
        {words.t(`help_retry_${catalog[code].retry}`)} · <code>{code}</code>
      </p>
    </article>
  );
}
