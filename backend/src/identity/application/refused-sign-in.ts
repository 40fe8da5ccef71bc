/**
 * A proof that does not hold. `reason` is a stable word for the log and the help desk (docs/operations/sso.md lists them);
 * it names no person.
 */
export class RefusedSignIn extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'RefusedSignIn';
  }
}

/** The provider did not answer, or not in a way that could be read: nothing is known about the person. */
export class ProviderUnreachable extends Error {
  constructor(readonly reason: string) {
    super(reason);
    this.name = 'ProviderUnreachable';
  }
}
