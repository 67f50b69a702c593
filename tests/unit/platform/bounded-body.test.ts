import { expect, it, vi } from 'vitest';
import { firstBytes, wholeBody } from '../../../lib/platform/bounded-body';

function endless() {
  const given = { bytes: 0, cancelled: vi.fn() };
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      given.bytes += 1_000;
      controller.enqueue(new Uint8Array(1_000));
    },
    cancel: given.cancelled,
  });
  return { given, response: new Response(body) };
}

it('an endless answer is left as soon as it is longer than it may be', async () => {
  const { given, response } = endless();
  expect(await wholeBody(response, 5_000)).toBeUndefined();
  expect(given.bytes).toBeLessThan(10_000);
  expect(given.cancelled).toHaveBeenCalled();
});

it('an answer that says it is too long is not read at all', async () => {
  const response = new Response('x', { headers: { 'content-length': '5001' } });
  expect(await wholeBody(response, 5_000)).toBeUndefined();
});

it('an answer of just the right length is whole, and a first part is no longer than asked', async () => {
  expect(await wholeBody(new Response('12345'), 5)).toHaveLength(5);
  expect(await wholeBody(new Response('123456'), 5)).toBeUndefined();
  expect(await firstBytes(endless().response, 1_500)).toHaveLength(1_500);
  expect(await firstBytes(new Response(null), 5)).toHaveLength(0);
});
