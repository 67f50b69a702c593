import type { PaintedPhoto, PaintOrder, PaintPhoto } from './fit-photo';

/** Above this a decoded photo would take more than 100 MB of memory. */
const enormous = 25_000_000;

/** What was painted, for drawing it elsewhere. */
export interface CanvasPhoto extends PaintedPhoto {
  readonly image: CanvasImageSource;
  readonly width: number;
  readonly height: number;
}

/** With the browser's own decoders, on a canvas off the screen: works in pages and in workers. */
export const paintPhoto: PaintPhoto<CanvasPhoto> = async (blob, order) => {
  const picture = await decode(blob, order);
  try {
    return paintOnCanvas(picture, order);
  } finally {
    picture.close();
  }
};

type Picture = (ImageBitmap | VideoFrame) & CanvasImageSource;

async function decode(blob: Blob, order: PaintOrder): Promise<Picture> {
  if (order.pixels > enormous) {
    const scaled = await decodeScaled(blob, order).catch(() => undefined);
    if (scaled) return scaled;
  }
  const { width, height } = beforeTurn(order);
  // Asked for at its final size, the full picture lives only inside the decoder.
  return createImageBitmap(blob, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
    imageOrientation: 'from-image',
  });
}

/** A JPEG decoder that is told the size can leave out what will not be seen: a fraction of the memory. */
async function decodeScaled(blob: Blob, order: PaintOrder): Promise<VideoFrame | undefined> {
  if (typeof ImageDecoder === 'undefined' || blob.type !== 'image/jpeg') return undefined;
  const { width, height } = beforeTurn(order);
  const decoder = new ImageDecoder({
    data: blob.stream(),
    type: blob.type,
    desiredWidth: width,
    desiredHeight: height,
  });
  try {
    return (await decoder.decode()).image;
  } finally {
    decoder.close();
  }
}

const liesDown = ({ orientation }: PaintOrder) => orientation >= 5;

const beforeTurn = (order: PaintOrder) =>
  liesDown(order) ? { width: order.height, height: order.width } : order;

function paintOnCanvas(picture: Picture, order: PaintOrder): CanvasPhoto {
  const canvas = new OffscreenCanvas(order.width, order.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no canvas to paint on');
  context.fillStyle = 'white';
  context.fillRect(0, 0, order.width, order.height);
  context.imageSmoothingQuality = 'high';
  context.setTransform(...turn(order));
  const { width, height } = beforeTurn(order);
  context.drawImage(picture, 0, 0, width, height);
  return {
    image: canvas,
    width: order.width,
    height: order.height,
    toJpeg: (quality) => canvas.convertToBlob({ type: 'image/jpeg', quality }),
    close: () => {
      canvas.width = 0;
    },
  };
}

type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];

/** EXIF's eight positions as the canvas turns them; width and height are those after the turn. */
export function turn({ orientation, width, height }: PaintOrder): Matrix {
  const matrices: Record<number, Matrix> = {
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, width, 0],
    7: [0, -1, -1, 0, width, height],
    8: [0, -1, 1, 0, 0, height],
  };
  return matrices[orientation] ?? [1, 0, 0, 1, 0, 0];
}
