import type { Text } from './common.js';

export type PhotoKind = 'face' | 'document';

/** What the server takes, in bytes as sent. The phone shrinks images before it sends them. */
export const UPLOAD_LIMITS: Record<PhotoKind, number> = { face: 500 * 1024, document: 5 * 1024 * 1024 };

/**
 * POST /api/photos?kind=face|document (public; the body is the file itself: JPEG, PNG or WebP, for a document also PDF)
 * → 201 UploadedPhoto. The token is known to this form alone. What no application claims within 24 hours is erased.
 */
export interface UploadedPhoto {
  id: string;
  token: string;
}

/** An upload as an application claims it. */
export interface UploadClaim {
  id: string;
  token: string;
}

export interface DocumentClaim extends UploadClaim {
  /** key of a document of the purpose */
  key: string;
}

/**
 * A document of a visit. The files, for the visit's own approvers and for `visit.read` in scope:
 * GET /api/visits/:id/people/:index/photo and GET /api/visits/:id/documents/:key.
 */
export interface VisitDocument {
  key: string;
  text: Text;
  mediaType: string;
}
