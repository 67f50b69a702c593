/** A site as settings name it: its host, without www. Undefined where there is none in what was typed. */
export function readSite(typed: string): string | undefined {
  const text = typed.trim();
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  const host = url?.hostname.replace(/^www\./, '') ?? '';
  return /^[^.\s]+(\.[^.\s]+)+$/.test(host) ? host : undefined;
}

/** The site of a page that can be switched off: nothing else than the web has sites. */
export const siteOf = (address: string | undefined): string | undefined =>
  address !== undefined && /^https?:/i.test(address) ? readSite(address) : undefined;

/** Which of these sites a page belongs to; a site's other names, `m.shop.example`, belong to it. */
export function switchedOff(address: string | undefined, offSites: readonly string[]): string | undefined {
  const host = siteOf(address);
  return host === undefined ? undefined : offSites.find((off) => host === off || host.endsWith(`.${off}`));
}

/** The list with a site's switch turned. Turning on also lifts what a wider name had switched off. */
export function turned(offSites: readonly string[], site: string, on: boolean): string[] {
  const others = offSites.filter((off) => off !== site && !(on && site.endsWith(`.${off}`)));
  return on ? others : [...others, site];
}
