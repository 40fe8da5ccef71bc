import { type ProviderSettings, type SignInProvider } from '@gatehouse/contract';
import { type SignInProviderFacts } from '../domain/sign-in-provider.js';

/** A provider of one protocol. */
export type ProviderOf<K extends ProviderSettings['kind']> = SignInProviderFacts<
  Extract<ProviderSettings, { kind: K }>
>;

/** The ways to sign in: from the environment, from the console, and the page for development. */
export abstract class IdentityProviders {
  /** What the sign-in pages show. */
  abstract offered(): Promise<SignInProvider[]>;
  /** Everything that is set up, switched on or not. */
  abstract all(): Promise<SignInProviderFacts[]>;
  /** One that is switched on. Throws `auth.provider-unknown`. */
  abstract enabled<K extends ProviderSettings['kind']>(kind: K, key: string): Promise<ProviderOf<K>>;
  /** Where to sign in by a provider; takes `?next=`. */
  abstract signInPath(provider: Pick<SignInProviderFacts, 'key' | 'settings'>): string;
}

/** The settings made in the console. Nothing is changed: every change is a new version. */
export abstract class ProviderVersions {
  abstract newest(): Promise<SignInProviderFacts[]>;
  /** Throws `request.conflict` when somebody else has written this version. */
  abstract keep(provider: SignInProviderFacts): Promise<void>;
}
