/** Chrome derives the extension's id, and so the sign-in redirect address, from this public key. */
const chromeKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA+cf+4xI8qwmJLnGuKkSfA7If+fT7yjY14HQyhB8TCl7BSIVIynasND8tI0M4S1qAPJj13ftP+VAj/xgO7ZEUmnJie6/HInIe74DIKkqBlbz5OlGuwXNDc6q+O+kzLpy1CVGLIw3obl2hJ13O3raAC2f78zw4NGN7ohGkPAVZGlEC2cDtElwDkoHLnVtBQPrJK3yDWzSooZqpD2LvFBfv8HkdXRM7j4FcF3BRpkaTtGaLMaXUw5eYXsBJgfHoSxp0G2OXQ9U/IAZDVuQ5O2N1roU/ghdnHC4Z6OBsg5RTqMRG1RFfDnugzqlGigOjmEdDoKzIdqD4oFW5jgGKkAX06QIDAQAB';

const shared = ['activeTab', 'scripting', 'storage', 'alarms', 'identity', 'notifications', 'contextMenus'];

export const permissions = {
  chrome: [...shared, 'offscreen', 'sidePanel'],
  firefox: shared,
  hosts: ['https://*.tiktokapis.com/*'],
  /** Never granted at install: asked for, one origin at a time, at the click that needs it. */
  optionalHosts: ['https://*/*', 'http://*/*'],
};

/** Our pages run our own files, embed nothing, and send no form anywhere; they speak to the background. */
export const pagePolicy =
  "script-src 'self'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'";

export function manifest(target: 'chrome' | 'firefox') {
  const common = {
    name: '__MSG_app_name__',
    short_name: 'Ferry',
    description: '__MSG_app_description__',
    default_locale: 'en',
    permissions: permissions[target],
    host_permissions: permissions.hosts,
    optional_host_permissions: permissions.optionalHosts,
    content_security_policy: { extension_pages: pagePolicy },
    commands: {
      _execute_action: { suggested_key: { default: 'Ctrl+Shift+Y', mac: 'Command+Shift+Y' } },
    },
  };
  if (target === 'firefox') {
    return {
      ...common,
      browser_specific_settings: {
        gecko: {
          id: 'ferry@ferry.example',
          // The first that asks the person about what leaves the browser, on every device.
          strict_min_version: '142.0',
          // To TikTok alone, and only what the person posts: no data is collected, but it is transmitted.
          data_collection_permissions: { required: ['authenticationInfo', 'websiteContent'] },
        },
      },
      sidebar_action: {
        default_panel: 'compose.html?in=panel',
        default_title: 'Ferry',
        open_at_install: false,
      },
    };
  }
  return {
    ...common,
    key: chromeKey,
    // URL.parse and light-dark() are the newest that Ferry relies on.
    minimum_chrome_version: '126',
    side_panel: { default_path: 'compose.html?in=panel' },
  };
}
