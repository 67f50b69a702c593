import { defineConfig } from 'wxt';
import { bakedInFrom } from './lib/accounts/baked-in';
import { manifest } from './manifest.config';

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => manifest(browser === 'firefox' ? 'firefox' : 'chrome'),
  webExt: { disabled: true },
  hooks: {
    'build:before': () => {
      const { WXT_FERRY_CLIENT_KEY, WXT_FERRY_TOKEN_SERVICE } = process.env;
      bakedInFrom(WXT_FERRY_CLIENT_KEY, WXT_FERRY_TOKEN_SERVICE);
    },
  },
  zip: { excludeSources: ['tests/**', 'docs/**'] },
});
