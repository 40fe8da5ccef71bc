/** Opens the sealed mobile number of a member of staff, to be masked. */
export abstract class StaffNumbers {
  abstract open(staffId: string, sealed: Buffer): Promise<string>;
}
