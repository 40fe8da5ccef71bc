/** The token in a pairing QR (an address ending in `#pair=…`), or a bare one as typed. */
export function pairingTokenOf(text: string): string {
  const inAddress = /#pair=([^&\s]+)/.exec(text)?.[1];
  return inAddress ? decodeURIComponent(inAddress) : text.trim();
}

/** Takes the token out of the page's own address, where it must not stay: it would be in the history. */
export function takePairingToken(): string | null {
  if (!location.hash.startsWith('#pair=')) return null;
  const token = pairingTokenOf(location.hash);
  history.replaceState(null, '', location.pathname + location.search);
  return token;
}
