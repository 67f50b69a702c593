/** Draws a picture no larger than asked; works in workers too, where there is no `img`. */
export async function shrinkPicture(blob: Blob, longestSide: number): Promise<Blob> {
  const picture = await createImageBitmap(blob);
  try {
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = new OffscreenCanvas(
      Math.max(1, picture.width * scale),
      Math.max(1, picture.height * scale),
    );
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas to draw on');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
  } finally {
    picture.close();
  }
}
