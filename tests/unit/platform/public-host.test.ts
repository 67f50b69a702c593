import { describe, expect, it } from 'vitest';
import { isPublicAddress, isPublicHost } from '../../../lib/platform/public-host';

/** As URL normalises it, which is how it is always asked. */
const ask = (host: string) => isPublicHost(new URL(`https://${host}/`).hostname);

describe('a host a page may aim Ferry at', () => {
  it.each([
    'cdn.shop.example',
    'a.b.co',
    '93.184.216.34',
    '[2606:2800:220:1::1]',
    'EXAMPLE.com',
    'example.com.',
  ])('is %s', (host) => expect(ask(host)).toBe(true));

  it.each([
    'localhost',
    'localhost.',
    'printer.local.',
    'home.arpa',
    '239.255.255.250',
    '192.0.0.8',
    '192.88.99.1',
    '[ff02::1]',
    'router',
    'printer.local',
    'nas.lan',
    'a.localhost',
    'localhost.localdomain',
    'db.internal',
    'x.home.arpa',
    '127.0.0.1',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0177.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '[::1]',
    '[::]',
    '[fe80::1]',
    '[fd00::1]',
    '[::ffff:192.168.0.1]',
    '[2002:c0a8:1::]',
    '[64:ff9b::c0a8:1]',
  ])('is not %s', (host) => expect(ask(host)).toBe(false));

  it('knows where the private ranges end', () => {
    expect(['172.15.0.1', '172.32.0.1', '100.63.0.1', '100.128.0.1', '11.0.0.1'].map(ask)).toEqual(
      Array(5).fill(true),
    );
  });
});

it('an address is public only on the web and on a public host', () => {
  expect(isPublicAddress('https://cdn.example/a.jpg')).toBe(true);
  for (const address of [
    'http://nas.lan/a.jpg',
    'ftp://cdn.example/a.jpg',
    'blob:https://a.example/1',
    'a.jpg',
    '',
  ]) {
    expect(isPublicAddress(address), address).toBe(false);
  }
});
