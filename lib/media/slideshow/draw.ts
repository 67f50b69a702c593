import type { CanvasPhoto } from '../photo/paint';
import { place, type SlideshowLook, slideshowVideo } from './timeline';

/** A photo in its place on a canvas of the film's size. */
export function drawSlide(photo: CanvasPhoto, frame: SlideshowLook['frame']): OffscreenCanvas {
  const { width, height } = slideshowVideo;
  const canvas = new OffscreenCanvas(width, height);
  const context = contextOf(canvas);
  context.imageSmoothingQuality = 'high';
  const box = place(photo, frame);
  if (box.x > 0 || box.y > 0) drawSurroundings(context, photo);
  context.drawImage(photo.image, box.x, box.y, box.width, box.height);
  return canvas;
}

/** The photo's own colours, out of focus and darker: quieter than black bars, and nothing that is not in it. */
function drawSurroundings(context: OffscreenCanvasRenderingContext2D, photo: CanvasPhoto): void {
  const { width, height } = slideshowVideo;
  const few = new OffscreenCanvas(9, 16);
  const blurred = contextOf(few);
  const box = place(photo, 'fill');
  const scale = few.width / width;
  blurred.imageSmoothingQuality = 'high';
  blurred.drawImage(photo.image, box.x * scale, box.y * scale, box.width * scale, box.height * scale);
  context.drawImage(few, 0, 0, width, height);
  context.fillStyle = 'rgb(0 0 0 / 45%)';
  context.fillRect(0, 0, width, height);
}

export function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no canvas to draw on');
  return context;
}
