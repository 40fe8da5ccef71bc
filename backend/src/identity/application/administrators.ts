/** Who can administer this installation: holders of the role in the directory, and local accounts. */
export abstract class Administrators {
  abstract count(): Promise<number>;
}
