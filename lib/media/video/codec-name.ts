const names: Readonly<Record<string, string>> = {
  av1: 'AV1',
  prores: 'ProRes',
  vp8: 'VP8',
  vp9: 'VP9',
  avc: 'H.264',
  hevc: 'H.265',
  mp4v: 'MPEG-4 Part 2',
  jpeg: 'Motion JPEG',
  mjpa: 'Motion JPEG',
  mjpb: 'Motion JPEG',
};

/** As people call it; of one that nobody knows, what the file itself says. */
export const codecName = (codec: string | undefined): string => (codec ? (names[codec] ?? codec) : '?');
