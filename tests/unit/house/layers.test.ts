import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const order = /@layer [\w, ]+;/;

/** Stylesheets arrive in the order in which a build splits them; the first to name a layer would decide its rank. */
it.each(['popup', 'compose', 'options', 'help'])(
  '%s says the order of the layers before any stylesheet',
  (page) => {
    const html = readFileSync(join(root, 'entrypoints', page, 'index.html'), 'utf8');
    const styles = readFileSync(join(root, 'components/styles.css'), 'utf8');
    expect(order.exec(html)?.[0]).toBe(order.exec(styles)?.[0]);
  },
);
