import { defineConfig } from 'wxt';
import { manifest } from './manifest.config';

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => manifest(browser === 'firefox' ? 'firefox' : 'chrome'),
  webExt: { disabled: true },
  zip: { excludeSources: ['tests/**', 'docs/**'] },
});
