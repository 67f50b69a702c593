import { readFile } from 'node:fs/promises';

const built = new URL('../../../.output/chrome-mv3/', import.meta.url);

/** Runs the shipped files in an isolated world of their own, in the order in which the extension injects them. */
export async function injectFinder(page, given = {}) {
  const cdp = await page.context().newCDPSession(page);
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId: contextId } = await cdp.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  const run = async (expression) => {
    const answer = await cdp.send('Runtime.evaluate', {
      expression,
      contextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails)
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    return answer.result.value;
  };
  const began = await run('performance.now()');
  if (Object.keys(given).length > 0) await run(`globalThis.ferryGiven = ${JSON.stringify(given)}; undefined`);
  await run(await readFile(new URL('find-on-sites.js', built), 'utf8'));
  const found = await run(await readFile(new URL('find-media.js', built), 'utf8'));
  const milliseconds = (await run('performance.now()')) - began;
  await cdp.detach();
  return { ...found, milliseconds };
}
