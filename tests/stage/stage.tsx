// First, since it says in which order all others count.
import '../../components/styles.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Help } from '../../components/help/Help';
import { PortProvider } from '../../components/hooks/port';
import { WordsProvider } from '../../components/hooks/useWords';
import { LiveRegion } from '../../components/ui/LiveRegion';
import { Compose } from '../../entrypoints/compose/Compose';
import { Options } from '../../entrypoints/options/Options';
import { Popup } from '../../entrypoints/popup/Popup';
import { createWords } from '../../lib/words';
import { fakePort } from '../fakes/port';
import { answerWith } from './fake-background';
import { optionsStates } from './options-states';
import { states as composeStates } from './states';

const states = { ...composeStates, ...optionsStates };

/** Any screen in any state, in any language: `?state=<name>&language=ar`. */
Object.assign(globalThis, { stageStates: Object.keys(states) });
const asked = new URLSearchParams(location.search);
const name = asked.get('state') ?? '';
const language = asked.get('language') ?? 'en';
const state = states[name];
if (!state) throw new Error(`no state ${name}; there are: ${Object.keys(states).join(', ')}`);

const catalogs = import.meta.glob<Record<string, { message: string }>>(
  '../../public/_locales/*/messages.json',
  {
    import: 'default',
  },
);
const catalogOf = async (wanted: string) =>
  (await catalogs[`../../public/_locales/${wanted}/messages.json`]?.()) ?? {};
const [own, english] = await Promise.all([catalogOf(language), catalogOf('en')]);
const words = createWords((key) => own[key]?.message ?? english[key]?.message, language);

document.documentElement.lang = language;
document.documentElement.dir = words.direction;
document.body.dataset.page = ['popup', 'options', 'help'].includes(state.screen) ? state.screen : 'compose';

const port = fakePort('world' in state ? state.world : {});
Object.assign(globalThis, { port });

function screen(): ReactNode {
  if (!state) return null;
  if ('world' in state) {
    const { screen, place } = state;
    return screen === 'popup' ? <Popup /> : <Compose place={place} surface={screen} />;
  }
  answerWith(state.answers);
  history.replaceState(null, '', `#${state.section}`);
  if (state.screen === 'help') return <Help />;
  const allowed = async () => true;
  return (
    <Options
      door={{
        originals: port.device.originals,
        allowHosts: allowed,
        allow: allowed,
        allowedSites: async () => ['https://*.instagram.com/*', 'https://cdn.shop.example/*'],
        forgetSite: async () => {},
        openWindow: () => new Promise(() => {}),
      }}
    />
  );
}
createRoot(document.getElementById('root') as HTMLElement).render(
  <WordsProvider words={words}>
    <LiveRegion>
      <PortProvider port={port}>{screen()}</PortProvider>
    </LiveRegion>
  </WordsProvider>,
);

/** What the state wants pressed, pressed one after the other. */
async function pressAll(): Promise<void> {
  for (const what of state?.press ?? []) {
    if (what.startsWith('tab ')) {
      port.goTo(Number(what.slice(4)));
      continue;
    }
    if (what.startsWith('type ')) {
      await type(what.slice(5));
      continue;
    }
    const [name, value] = /^[[.#]/.test(what) ? [] : what.split('=');
    const element = await there<HTMLElement>(name ? `[name=${name}]:not(:disabled)` : what);
    if (value && element instanceof HTMLSelectElement) {
      element.value = value;
      element.dispatchEvent(new Event('change', { bubbles: true }));
    } else element.click();
  }
}

/** Writes at the end of the first field of the words. */
async function type(text: string): Promise<void> {
  const field = await there<HTMLTextAreaElement>('.compose-text > :last-child textarea, .batch-caption');
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
  document.execCommand('insertText', false, text);
}

async function there<E extends Element>(selector: string): Promise<E> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = document.querySelector<E>(selector);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`nothing to press: ${selector}`);
}

Object.assign(globalThis, { stageReady: pressAll() });
