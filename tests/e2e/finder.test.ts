import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageFindings } from '../../lib/finder/finding.ts';
import { startSandbox } from '../sandbox/index.ts';
import { type Ferry, launchFerry } from './harness/ferry.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let ferry: Ferry;

beforeAll(async () => {
  sandbox = await startSandbox();
  ferry = await launchFerry({ sandbox });
});
afterAll(async () => {
  await ferry.close();
  await sandbox.close();
});

/** A true toolbar click, then the question that the popup asks. */
async function look(
  address: string,
): Promise<{ found: PageFindings; page: Awaited<ReturnType<Ferry['visit']>> }> {
  const page = await ferry.visit(address);
  return { found: await lookAgain(page), page };
}

async function lookAgain(page: Awaited<ReturnType<Ferry['visit']>>): Promise<PageFindings> {
  const popup = await ferry.clickToolbar(page);
  const reply = await popup.evaluate(async () => {
    const runtime = Reflect.get(Reflect.get(globalThis, 'chrome'), 'runtime');
    return runtime.sendMessage({ ferry: 'ask', to: 'background', name: 'page.look', body: {} });
  });
  await popup.close();
  return reply.answer;
}

describe('a click on the toolbar', () => {
  it('finds the film of a shop first, then the pictures of its product', async () => {
    const { found } = await look('https://shop.example/');
    expect(found.findings[0]).toMatchObject({ kind: 'video', status: 'direct' });
    expect(found.material.title).toBe('Sage tide vase');
  });
});
