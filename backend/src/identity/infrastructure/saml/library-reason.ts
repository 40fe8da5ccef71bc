const words: [RegExp, string][] = [
  [/InResponseTo/i, 'saml.in-response-to'],
  [/audience/i, 'saml.audience'],
  [/expired|too old|not yet valid|subject confirmation/i, 'saml.time'],
  [/decrypt|EncryptedAssertion/i, 'saml.decryption'],
  [/signature/i, 'saml.signature'],
];

/** A word for what the library refused. Its own messages may quote values of the person and go no further. */
export function libraryReason(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  return words.find(([pattern]) => pattern.test(message))?.[1] ?? 'saml.refused';
}
