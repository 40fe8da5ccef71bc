/** What the page and its worker say to each other. A frame is the camera's own; pixels are RGBA. */
export type DecodeRequest = { milliseconds: number } & (
  { frame: VideoFrame } | { pixels: ArrayBuffer; width: number; height: number }
);

export interface DecodeResponse {
  text: string | null;
  /** what the reading alone took */
  milliseconds: number;
  /** the worker cannot read such frames: pixels are wanted from now on */
  wantsPixels?: true;
}
