import { type LocalAccount } from '../domain/local-account.js';

/** Where local accounts are kept. */
export abstract class LocalAccounts {
  abstract add(account: LocalAccount): void;
  abstract withLogin(login: string): Promise<LocalAccount | null>;
  /** Who it is, without loading it to change it: for every request. Null when there is none or it was ended. */
  abstract whoIs(id: string): Promise<Pick<LocalAccount, 'id' | 'login' | 'name' | 'role'> | null>;
  /** Null when there is none or it was ended. */
  abstract active(id: string): Promise<LocalAccount | null>;
}

/** Everything about passwords and codes that needs a computer: hashing, time steps, secrets. */
export abstract class Secrets {
  abstract hashPassword(password: string): Promise<string>;
  /** Takes as long when there is no hash to compare with. */
  abstract isPassword(password: string, hash: string | null): Promise<boolean>;
  /** The time step whose code this is, now or one step off; null for every other. */
  abstract stepOf(code: string, totpSealed: Uint8Array, now: Date): Promise<number | null>;
  abstract newTotp(): Promise<Uint8Array>;
  /** The secret in base32, for an authenticator app. */
  abstract totpText(totpSealed: Uint8Array): Promise<string>;
  /** Ten codes, and what is kept of them. */
  abstract recoveryCodes(): { code: string; hash: string }[];
  abstract recoveryHash(code: string): string;
}
