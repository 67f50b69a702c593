import { useEffect, useState } from 'react';
import { actors, codesOf } from '../../lib/errors/groups';
import { useWords } from '../hooks/useWords';
import { ChosenTheme } from '../preferences/ChosenTheme';
import { FerryMark } from '../ui/FerryMark';
import { TextField } from '../ui/Field';
import { HelpEntry } from './HelpEntry';
import { sentencesOf } from './sentences';
import './help.css';

/** Every message Ferry can show, what it means and what to do: made of the same words as the messages. */
export function Help() {
  const words = useWords();
  const { t } = words;
  const [search, setSearch] = useState('');

  useEffect(() => {
    document.title = t('help_title');
    // The entries were not there yet when the browser looked for the one the address names.
    document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: 'center' });
  }, [t]);

  const wanted = search.trim().toLocaleLowerCase();
  const matches = (code: Parameters<typeof sentencesOf>[0]) =>
    wanted === '' ||
    [code, ...Object.values(sentencesOf(code, words))].some((text) =>
      text.toLocaleLowerCase().includes(wanted),
    );
  const groups = actors
    .map((actor) => ({ actor, codes: codesOf(actor).filter(matches) }))
    .filter(({ codes }) => codes.length > 0);

  return (
    <main className="help">
      <ChosenTheme />
      <header className="help-head">
        <FerryMark size={28} />
        <h1>{t('help_title')}</h1>
      </header>
      <p>{t('help_text')}</p>
      <TextField
        type="search"
        label={t('help_search')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {groups.map(({ actor, codes }) => (
        <section key={actor} aria-labelledby={`who-${actor}`} className="help-group">
          <h2 id={`who-${actor}`}>{t(`error_who_${actor}`)}</h2>
          {codes.map((code) => (
            <HelpEntry key={code} code={code} />
          ))}
        </section>
      ))}
      {groups.length === 0 && <p role="status">{t('help_none')}</p>}
      <p className="help-foot">
        <a href="/options.html#data">{t('help_diagnostics')}</a>
      </p>
    </main>
  );
}
