import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where TikTok puts bytes it was sent: a folder that lives as long as the sandbox. */
export function createStorage() {
  let folder: string | null = null;
  let count = 0;
  return {
    newPath(): string {
      folder ??= mkdtempSync(join(tmpdir(), 'ferry-sandbox-'));
      count += 1;
      return join(folder, `${count}.bytes`);
    },
    clear(): void {
      if (folder) rmSync(folder, { recursive: true, force: true });
      folder = null;
    },
  };
}

export type Storage = ReturnType<typeof createStorage>;
