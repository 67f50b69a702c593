/** The browser's private file system in memory, as far as Ferry uses it. Bytes count once the writer is closed. */
export class FakeFiles {
  readonly folders = new Map<string, FakeFiles>();
  readonly files = new Map<string, File>();
  readonly kind = 'directory';
  /** Writes beyond this many bytes in all fail as a full disk does. */
  room = Number.POSITIVE_INFINITY;

  /** The whole behind one handle type, so that only this line has to claim it. */
  get root(): () => Promise<FileSystemDirectoryHandle> {
    return async () => this as unknown as FileSystemDirectoryHandle;
  }

  async getDirectoryHandle(name: string, { create = false } = {}): Promise<FakeFiles> {
    const found = this.folders.get(name);
    if (found) return found;
    if (!create) throw new DOMException(name, 'NotFoundError');
    const made = new FakeFiles();
    made.spend = (bytes) => this.spend(bytes);
    this.folders.set(name, made);
    return made;
  }

  async getFileHandle(name: string, { create = false } = {}) {
    if (!this.files.has(name)) {
      if (!create) throw new DOMException(name, 'NotFoundError');
      this.files.set(name, new File([], name));
    }
    return {
      kind: 'file',
      name,
      getFile: async () => this.files.get(name),
      createWritable: async () => {
        const pieces: Uint8Array<ArrayBuffer>[] = [];
        return {
          write: async (bytes: Uint8Array<ArrayBuffer>) => {
            this.spend(bytes.byteLength);
            pieces.push(bytes.slice());
          },
          close: async () => {
            this.files.set(name, new File(pieces, name));
          },
        };
      },
    };
  }

  async removeEntry(name: string): Promise<void> {
    if (!this.folders.delete(name) && !this.files.delete(name)) throw new DOMException(name, 'NotFoundError');
  }

  async *entries() {
    for (const [name, folder] of this.folders) yield [name, folder] as const;
    for (const name of this.files.keys()) yield [name, await this.getFileHandle(name)] as const;
  }

  private spend(bytes: number): void {
    this.room -= bytes;
    if (this.room < 0) throw new DOMException('full', 'QuotaExceededError');
  }
}
