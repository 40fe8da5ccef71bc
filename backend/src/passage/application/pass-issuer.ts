export interface CertifiedPass {
  passId: string;
  campusId: string;
  from: Date;
  until: Date;
  hasVehicle: boolean;
  keyNumber: number;
  phoneKey: Uint8Array;
}

/** Signs what a gate believes without knowing the pass. */
export abstract class PassIssuer {
  /** The certificate of the long presentation, 128 bytes. */
  abstract certificate(pass: CertifiedPass): Promise<Uint8Array>;
  /** Compressed public keys by key id, earlier ones too. */
  abstract publicKeys(): Promise<Map<number, Uint8Array>>;
}
