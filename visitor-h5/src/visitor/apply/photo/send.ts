import { type Problem } from '@gatehouse/contract/common';
import { type PhotoKind, type UploadedPhoto } from '@gatehouse/contract/photo';
import { ApiError } from '../../../shared/http.ts';
import { locale, t } from '../../../shared/i18n.ts';

const PATIENCE = 60_000;

/** Sends a file and tells how far it is, 0 to 1: `fetch` cannot. */
export function send(kind: PhotoKind, file: Blob, progress: (share: number) => void): Promise<UploadedPhoto> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/photos?kind=${kind}`);
    request.timeout = PATIENCE;
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('accept-language', locale.value === 'zh' ? 'zh-CN' : 'en');
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as UploadedPhoto);
      else reject(problemOf(request));
    };
    request.onerror = request.ontimeout = () =>
      reject(new ApiError('network.offline', 0, t('ui.offline'), t('ui.offlineNext')));
    request.send(file);
  });
}

function problemOf({ responseText, status }: XMLHttpRequest): ApiError {
  let problem: Partial<Problem> = {};
  try {
    problem = JSON.parse(responseText) as Partial<Problem>;
  } catch {
    /* a proxy answered: there is only the status */
  }
  return new ApiError(
    problem.code ?? 'server.error',
    status,
    problem.detail ?? t('ui.failed', { status }),
    problem.next,
  );
}
