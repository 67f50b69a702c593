import { expect, it } from 'vitest';
import { hostsToProve } from '../../../lib/routes/verified-prefix';

it('offers the hosts that media came from, and that could be proved, most used first', () => {
  const seen = [
    'https://cdn.shop.example/a.jpg',
    'https://media.fern.example/b.jpg',
    'https://media.fern.example/c.mp4',
    'https://proven.example/d.jpg',
    'https://sub.proven.example/e.jpg',
    'http://plain.example/f.jpg',
    'https://127.0.0.1/g.jpg',
    'https://nas.local/h.jpg',
    'https://odd.example:8443/i.jpg',
    'https://user:word@named.example/j.jpg',
    'blob:https://shop.example/k',
    'nonsense',
  ];
  expect(hostsToProve(seen, ['proven.example'])).toEqual(['media.fern.example', 'cdn.shop.example']);
  expect(hostsToProve([], [])).toEqual([]);
  const many = Array.from({ length: 9 }, (_, at) => `https://h${at}.example/a.jpg`);
  expect(hostsToProve(many, [])).toHaveLength(3);
});
