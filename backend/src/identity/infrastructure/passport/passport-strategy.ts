import passport from 'passport';

/** The methods passport adds to a strategy when it runs it. */
interface Outcomes {
  success(user: unknown): void;
  fail(challenge: unknown): void;
  redirect(url: string): void;
  pass(): void;
  error(error: Error): void;
}

/** Passport's strategy class with the methods a strategy may call, which its own types leave to Express. */
export const PassportStrategy = passport.Strategy as unknown as abstract new () => Outcomes;
