import { type Text } from '@gatehouse/contract';

/** A way for staff to prove who they are: the university's unified identity, or the page for development. */
export abstract class IdentityProvider {
  abstract readonly key: string;
  abstract readonly name: Text;
  /** where the browser goes to sign in, takes `?next=` */
  abstract readonly url: string;
  /** Whether this installation offers it. */
  abstract isOffered(): boolean;
}

/** All providers this house knows. */
export abstract class IdentityProviders {
  abstract offered(): IdentityProvider[];
}
