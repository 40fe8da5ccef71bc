/**
 * Lets the ORM revive a class whose constructor is private: MikroORM asks for a constructor type, which the domain
 * rightly hides behind a factory method.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- a class with a private constructor has no narrower type
export const mapped = <T>(type: Function & { prototype: T }): new () => T => type as unknown as new () => T;
