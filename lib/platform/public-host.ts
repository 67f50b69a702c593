/**
 * Whether an address may be fetched on the word of a web page. A page can name `http://192.168.0.1/`, and must not
 * be able to aim the person's permissions at their own network. A name that resolves there cannot be seen here.
 */
export function isPublicHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.+$/, '');
  if (host.startsWith('[')) return isPublicSix(host.slice(1, -1));
  if (/^\d+(\.\d+){3}$/.test(host)) return isPublicFour(host.split('.').map(Number));
  if (!host.includes('.')) return false;
  return !/(?:^|\.)(?:local|localhost|localdomain|internal|intranet|lan|home|corp|private|home\.arpa)$/.test(
    host,
  );
}

/** The same of a whole address, which has to be one of the web. */
export function isPublicAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && isPublicHost(url.hostname);
}

export const isIpAddress = (hostname: string): boolean =>
  hostname.startsWith('[') || /^\d+(\.\d+){3}$/.test(hostname);

function isPublicFour([a = 0, b = 0, c = 0]: number[]): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 100 && b >= 64 && b < 128) return false;
  if (a === 169 && b === 254) return false;
  if (a === 172 && b >= 16 && b < 32) return false;
  if (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)) || (b === 88 && c === 99))) return false;
  return !(a === 198 && (b === 18 || b === 19));
}

/** URL has already brought it to its shortest form. Only global unicast is public, and not what hides an IPv4 in it. */
function isPublicSix(address: string): boolean {
  const first = Number.parseInt(address.split(':')[0] || '0', 16);
  if (first < 0x2000 || first > 0x3fff) return false;
  return first !== 0x2002 && !address.startsWith('2001:0:') && !address.startsWith('2001::');
}
