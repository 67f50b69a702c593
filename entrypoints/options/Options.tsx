import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../../components/hooks/useWords';
import { ChosenTheme } from '../../components/preferences/ChosenTheme';
import { FerryMark } from '../../components/ui/FerryMark';
import { type OptionsDoor, type Section, sectionAt, sections } from './sections';
import './options.css';

/** The frame of the settings: one section at a time, its name in the address so that a link can lead to it. */
export function Options({ door }: { door: OptionsDoor }) {
  const { t } = useWords();
  const section = useSection();
  const render = useLoaded(section);
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
      <main className="options-main">{render?.(door)}</main>
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
  return sectionAt(hash);
}

/** How to draw the section, once that has come. The one before stays in sight until then. */
function useLoaded(section: Section | undefined) {
  const [loaded, setLoaded] = useState<{ render: (door: OptionsDoor) => ReactNode }>();
  useEffect(() => {
    let gone = false;
    void section?.load().then((render) => !gone && setLoaded({ render }));
    return () => {
      gone = true;
    };
  }, [section]);
  return loaded?.render;
}
