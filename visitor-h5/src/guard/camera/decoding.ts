/** What the page and its worker say to each other. */
export interface DecodeRequest {
  pixels: ArrayBuffer;
  width: number;
  height: number;
  milliseconds: number;
}

export interface DecodeResponse {
  text: string | null;
  /** what the reading alone took */
  milliseconds: number;
}
