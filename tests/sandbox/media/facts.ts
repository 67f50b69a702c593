/** What a real look into the bytes found. */
export interface MediaFacts {
  /** `mp4`, `mov`, `webm`, `jpeg`, `webp`, `png`, ... */
  format: string;
  /** Null for pictures. */
  codec: string | null;
  width: number;
  height: number;
  durationSeconds: number | null;
  frameRate: number | null;
  hasAudio: boolean;
}
