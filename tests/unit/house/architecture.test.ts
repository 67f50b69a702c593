import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

function files(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) return files(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

const source = ['entrypoints', 'components', 'lib'].flatMap(files);
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

interface Import {
  file: string;
  to: string;
  typeOnly: boolean;
}

/** Every relative import, resolved to a path from the root. */
function importsOf(file: string): Import[] {
  const found = textOf(file).matchAll(
    /^\s*(?:import|export)\s+(type\s)?[^;'"]*?['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)/gm,
  );
  return [...found].map(([, typeOnly, from, dynamic]) => ({
    file,
    to: relative(root, resolve(root, dirname(file), from ?? dynamic ?? '')),
    typeOnly: typeOnly !== undefined,
  }));
}

const imports = source.flatMap(importsOf);
const broken = (rule: (found: Import) => boolean) =>
  imports.filter((found) => !rule(found)).map(({ file, to }) => `${file} → ${to}`);
const inside = (path: string, ...folders: string[]) =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`));

/** What each floor of lib may import besides itself. `errors` and `words` are the ground everyone stands on. */
const floors: Record<string, readonly string[]> = {
  errors: [],
  platform: [],
  settings: ['platform'],
  accounts: ['platform', 'tiktok'],
  tiktok: ['platform'],
  media: ['platform'],
  finder: ['platform'],
  routes: ['tiktok', 'media', 'platform'],
  drafts: ['media', 'tiktok', 'platform'],
  posts: ['drafts', 'routes', 'media', 'tiktok', 'platform'],
  insights: ['tiktok', 'platform'],
  business: ['tiktok', 'platform'],
  data: ['posts', 'drafts', 'routes', 'media', 'tiktok', 'accounts', 'settings', 'insights', 'platform'],
  messages: [
    'data',
    'business',
    'posts',
    'drafts',
    'routes',
    'finder',
    'media',
    'tiktok',
    'accounts',
    'settings',
    'insights',
    'platform',
  ],
};
const ground = ['lib/errors', 'lib/words'];
const floorOf = (path: string) => path.split('/')[1] ?? '';

/** Pages see pure functions and shapes of these; the stores and services beside them stay in the background. */
const seenByComponents = [
  'lib/messages',
  'lib/drafts',
  'lib/posts',
  'lib/routes',
  'lib/finder',
  'lib/media',
  'lib/settings',
  'lib/accounts',
  'lib/tiktok',
  'lib/insights',
  'lib/business',
  'lib/data',
  'lib/errors',
  'lib/words',
];

describe('the floors of the house', () => {
  it('reads imports at all', () => {
    expect(source.length).toBeGreaterThan(20);
    expect(imports.length).toBeGreaterThan(20);
  });

  it('lib never imports a component or an entry point', () => {
    expect(
      broken(({ file, to }) => !inside(file, 'lib') || !inside(to, 'components', 'entrypoints')),
    ).toEqual([]);
  });

  it('a component never imports an entry point', () => {
    expect(broken(({ file, to }) => !inside(file, 'components') || !inside(to, 'entrypoints'))).toEqual([]);
  });

  it('an entry point never imports another entry point', () => {
    const own = (path: string) => path.split('/').slice(0, 2).join('/').replace(/\.ts$/, '');
    expect(
      broken(
        ({ file, to }) =>
          !(inside(file, 'entrypoints') && inside(to, 'entrypoints')) || own(file) === own(to),
      ),
    ).toEqual([]);
  });

  it('a folder of lib imports only from its own floor or below', () => {
    expect(
      broken(({ file, to }) => {
        if (!inside(file, 'lib') || !inside(to, 'lib') || inside(to, ...ground)) return true;
        const [from, target] = [floorOf(file), floorOf(to)];
        return from === target || file.split('/').length === 2 || (floors[from] ?? []).includes(target);
      }),
    ).toEqual([]);
  });

  it('every folder of lib has its place among the floors', () => {
    const folders = readdirSync(join(root, 'lib')).filter((name) =>
      statSync(join(root, 'lib', name)).isDirectory(),
    );
    expect(folders.filter((name) => !Object.hasOwn(floors, name))).toEqual([]);
  });

  it('a component talks to the background by message and to nothing else', () => {
    expect(
      broken(({ file, to, typeOnly }) => {
        if (!inside(file, 'components') || !inside(to, 'lib')) return true;
        if (typeOnly) return true;
        return inside(to, ...seenByComponents) && !/(^|\/)(store|engine|service|services)$/.test(to);
      }),
    ).toEqual([]);
  });
});

describe('what only some may say', () => {
  it('only lib/platform and the entry points name the browser API', () => {
    const named = source.filter(
      (file) =>
        !inside(file, 'lib/platform', 'entrypoints') &&
        /\b(browser|chrome)\.[a-z]+\.[a-zA-Z]/.test(textOf(file)),
    );
    expect(named).toEqual([]);
  });

  it('components never fetch and never open a database', () => {
    const named = source.filter(
      (file) =>
        inside(file, 'components') && /\b(fetch\(|indexedDB|openDB\(|localStorage)/.test(textOf(file)),
    );
    expect(named).toEqual([]);
  });

  it('zod is the small one everywhere', () => {
    expect(source.filter((file) => /from 'zod'/.test(textOf(file)))).toEqual([]);
  });

  it('nothing is ever inserted into a page as HTML', () => {
    const named = source.filter((file) =>
      /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write\(/.test(
        textOf(file),
      ),
    );
    expect(named).toEqual([]);
  });
});

describe('the size of a room', () => {
  it('no file is over 250 lines', () => {
    const long = source.filter((file) => textOf(file).split('\n').length > 251);
    expect(long).toEqual([]);
  });

  it('no folder is a drawer for everything', () => {
    expect(source.filter((file) => /\/(utils|helpers|common|types)\//.test(file))).toEqual([]);
  });

  it('every folder of lib says what comes in and what goes out, briefly', () => {
    const folders = readdirSync(join(root, 'lib')).filter((name) =>
      statSync(join(root, 'lib', name)).isDirectory(),
    );
    for (const name of folders) {
      const lines = readFileSync(join(root, 'lib', name, 'README.md'), 'utf8')
        .trimEnd()
        .split('\n');
      expect(lines.length, `lib/${name}/README.md`).toBeLessThanOrEqual(25);
    }
  });
});
