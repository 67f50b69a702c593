import { Suspense, useEffect, useState } from 'react';
import { useWords } from '../../components/hooks/useWords';
import { ChosenTheme } from '../../components/preferences/ChosenTheme';
import { FerryMark } from '../../components/ui/FerryMark';
import { type OptionsDoor, sections } from './sections';
import './options.css';

/** The frame of the settings: one section at a time, its name in the address so that a link can lead to it. */
export function Options({ door }: { door: OptionsDoor }) {
  const { t } = useWords();
  const section = useSection();
  return (
    <div className="options">
      <ChosenTheme />
      <header className="options-head">
        <FerryMark size={28} />
        <h1>{t('options_title')}</h1>
        {sections.length > 1 && (
          <nav aria-label={t('options_sections')}>
            {sections.map(({ name, label }) => (
              <a key={name} href={`#${name}`} aria-current={name === section?.name ? 'page' : undefined}>
                {t(label)}
              </a>
            ))}
          </nav>
        )}
      </header>
      <main className="options-main">
        <Suspense>{section?.render(door)}</Suspense>
      </main>
    </div>
  );
}

function useSection() {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return sections.find(({ name }) => hash === `#${name}`) ?? sections[0];
}
