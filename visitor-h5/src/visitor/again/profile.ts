import { type EarlierVisit, type KnownPerson, type VisitorProfile } from '@gatehouse/contract/own-data';
import { ApiError, get } from '../../shared/http.ts';
import { forgetSignIn } from '../records/sign-in.ts';
import { t } from '../i18n.ts';
import { documentName } from '../identity.ts';

let loading: Promise<VisitorProfile> | undefined;

/** What is known from earlier visits, asked for once a page; a failure is not remembered. */
export function visitorProfile(): Promise<VisitorProfile> {
  loading ??= get<VisitorProfile>('/api/visitor/profile').catch((failure: unknown) => {
    loading = undefined;
    if (failure instanceof ApiError && failure.status === 401) forgetSignIn();
    throw failure;
  });
  return loading;
}

export const earlierVisit = (id: string): Promise<EarlierVisit> =>
  get<EarlierVisit>(`/api/visitor/visits/${encodeURIComponent(id)}/again`);

export const documentOf = ({ documentKind, documentMasked }: KnownPerson): string =>
  `${t(documentName(documentKind))} ${documentMasked}`;
