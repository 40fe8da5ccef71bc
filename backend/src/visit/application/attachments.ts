import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type PolicySettings, type RequestVisitInput } from '@gatehouse/contract';
import { DomainError, type FieldError } from '../../kernel/domain-error.js';
import { ClaimPhotos, type PhotoClaim } from '../../photo/public.js';
import { type PartyMember } from '../domain/party-member.js';
import { pathOf, peopleOf } from './visitor-form.js';

/** The face photos and documents of a form, on their way into the visit. */
@Injectable()
export class Attachments {
  constructor(private readonly commands: CommandBus) {}

  /** Throws once, with every bad field. */
  check(input: RequestVisitInput, policy: PolicySettings): void {
    const faults = [...faceFaults(input, policy), ...documentFaults(input, policy)];
    if (faults.length > 0) throw new DomainError('request.invalid', {}, faults);
  }

  async claim(input: RequestVisitInput, visitId: string, party: PartyMember[]): Promise<void> {
    const claims = [...faceClaims(input, party), ...documentClaims(input, party)];
    if (claims.length > 0) await this.commands.execute(new ClaimPhotos(visitId, claims));
  }
}

function faceFaults(input: RequestVisitInput, { face }: PolicySettings): FieldError[] {
  const withPhoto = peopleOf(input).flatMap(({ photo }, index) => (photo ? [`${pathOf(index)}.photo`] : []));
  if (withPhoto.length === 0) return [];
  if (!face.enabled) return withPhoto.map((path) => ({ path, code: 'photo.off' }));
  return input.consentFace ? [] : [{ path: 'consentFace', code: 'visit.face-consent-needed' }];
}

function documentFaults({ purpose, documents = [] }: RequestVisitInput, { purposes }: PolicySettings): FieldError[] {
  const needed = purposes.find(({ key }) => key === purpose)?.documents ?? [];
  const keys = documents.map(({ key }) => key);
  const unknown = keys.flatMap((key, at) => {
    const isFine = needed.some((document) => document.key === key) && keys.indexOf(key) === at;
    return isFine ? [] : [{ path: `documents.${at}`, code: 'field.unknown' }];
  });
  if (needed.every(({ key }) => keys.includes(key))) return unknown;
  return [...unknown, { path: 'documents', code: 'visit.document-needed' }];
}

const ownerOf = (party: PartyMember[], index: number) => ({
  personIndex: index,
  personKeyId: party[index]?.personKeyId ?? '',
});

const faceClaims = (input: RequestVisitInput, party: PartyMember[]): PhotoClaim[] =>
  peopleOf(input).flatMap(({ photo }, index) =>
    photo
      ? [
          {
            ...photo,
            kind: 'face' as const,
            documentKey: null,
            path: `${pathOf(index)}.photo`,
            ...ownerOf(party, index),
          },
        ]
      : [],
  );

/** Documents belong to the applicant, who sent them. */
const documentClaims = ({ documents = [] }: RequestVisitInput, party: PartyMember[]): PhotoClaim[] =>
  documents.map(({ id, token, key }, at) => ({
    ...{ id, token, kind: 'document' as const, documentKey: key, path: `documents.${at}` },
    ...ownerOf(party, 0),
  }));
