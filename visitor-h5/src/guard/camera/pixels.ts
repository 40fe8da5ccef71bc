interface Size {
  width: number;
  height: number;
}

/** The square in the middle of a frame, where the code is held, no larger than `longest`: half the work of the whole. */
export function pixelsOfMiddle(canvas: HTMLCanvasElement, source: CanvasImageSource, size: Size, longest: number) {
  const side = Math.min(size.width, size.height);
  const context = sized(canvas, { width: Math.min(side, longest), height: Math.min(side, longest) });
  const { width } = canvas;
  context.drawImage(source, (size.width - side) / 2, (size.height - side) / 2, side, side, 0, 0, width, width);
  return context.getImageData(0, 0, width, width);
}

/** Draws a picture, made smaller when its longest side exceeds `longest`, and takes its pixels. */
export function pixelsOf(canvas: HTMLCanvasElement, source: CanvasImageSource, size: Size, longest: number): ImageData {
  const scale = Math.min(1, longest / Math.max(size.width, size.height));
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  const context = sized(canvas, { width, height });
  context.drawImage(source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

/** Setting a size, even the same, throws the canvas away. */
function sized(canvas: HTMLCanvasElement, { width, height }: Size): CanvasRenderingContext2D {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  return canvas.getContext('2d', { willReadFrequently: true })!;
}
