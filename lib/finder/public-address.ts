const privateHost =
  /^(?:localhost|.+\.local(?:host)?|.+\.internal|0\.0\.0\.0|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|169\.254\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+|\[(?:::1?|f[cd][0-9a-f:]*|fe80[0-9a-f:]*|::ffff:[0-9a-f:.]*)\])$/i;

/** A page on the open web may not aim the person's browser at their own network. Their own network's pages may. */
function isPrivateHost(host: string, pageHost = ''): boolean {
  return host !== pageHost && (privateHost.test(host) || !/[.:]/.test(host));
}

/** Addresses nobody on the open web may send the person's browser to. */
export function isPublic(url: string, pageHost: string): boolean {
  try {
    const { protocol, hostname } = new URL(url);
    return protocol === 'blob:' || protocol === 'data:' || !isPrivateHost(hostname, pageHost);
  } catch {
    return false;
  }
}
