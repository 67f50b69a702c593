import { defineConfig, type Entrypoint } from 'wxt';
import { bakedInFrom } from './lib/accounts/baked-in';
import { manifest } from './manifest.config';

/**
 * What is built together shares its code, and then each loads what any of them needs of a shared module: the popup the
 * shapes of the settings, the worker those of the pages. So only those that show the same are built together.
 */
const families = ['popup compose', 'options help', 'background', 'offscreen'];
const familyOf = ({ name }: Entrypoint) => families.find((names) => names.split(' ').includes(name)) ?? name;

/** What is injected says what went wrong to who injected it: the page's console is not ours, and each byte is read on a click. */
const bareInjection = {
  name: 'ferry:bare-injection',
  transform(code: string, id: string) {
    const entry = id.includes('unlisted-script-entrypoint') && /import definition from [^;]+;/.exec(code);
    return entry ? { code: `${entry[0]}\nexport default definition.main();`, map: null } : undefined;
  },
};

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => manifest(browser === 'firefox' ? 'firefox' : 'chrome'),
  webExt: { disabled: true },
  vite: () => ({ plugins: [bareInjection] }),
  hooks: {
    'build:before': () => {
      const { WXT_FERRY_CLIENT_KEY, WXT_FERRY_TOKEN_SERVICE } = process.env;
      bakedInFrom(WXT_FERRY_CLIENT_KEY, WXT_FERRY_TOKEN_SERVICE);
    },
    'entrypoints:grouped': (_wxt, groups) => {
      const built = groups.flatMap((group) =>
        Array.isArray(group)
          ? Object.values(Object.groupBy(group, familyOf)).flatMap((family) => (family ? [family] : []))
          : [group],
      );
      groups.splice(0, groups.length, ...built);
    },
  },
  zip: { excludeSources: ['tests/**', 'docs/**'] },
});
