import { describe, expect, it } from 'vitest';
import { manifest, pagePolicy, permissions } from '../../../manifest.config';

const targets = ['chrome', 'firefox'] as const;

describe.each(targets)('the manifest for %s', (target) => {
  const built: Record<string, unknown> = manifest(target);

  it('asks at install for TikTok and for nothing that reads pages nobody clicked on', () => {
    expect(built.host_permissions).toEqual(['https://*.tiktokapis.com/*']);
    for (const greedy of [
      'tabs',
      'webNavigation',
      'webRequest',
      'cookies',
      'history',
      'downloads',
      '<all_urls>',
    ])
      expect(permissions[target]).not.toContain(greedy);
    expect(built.content_scripts).toBeUndefined();
  });

  it('shows no file of ours to web pages, and lets no page or other extension speak to us', () => {
    expect(built.web_accessible_resources).toBeUndefined();
    expect(built.externally_connectable).toBeUndefined();
  });

  it('lets its pages run our own files only', () => {
    expect(built.content_security_policy).toEqual({ extension_pages: pagePolicy });
    expect(pagePolicy).toContain("script-src 'self';");
    expect(pagePolicy).not.toMatch(/unsafe|https?:|data:|\*/);
  });
});
