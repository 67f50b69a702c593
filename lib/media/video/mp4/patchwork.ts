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

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
