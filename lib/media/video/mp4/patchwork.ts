/** A film put together of stretches of another, which are not copied, and of some bytes of its own. */
export interface Patchwork {
  own: Uint8Array<ArrayBuffer>;
  pieces: readonly Patch[];
}

export interface Patch {
  from: 'own' | 'film';
  start: number;
  end: number;
}
