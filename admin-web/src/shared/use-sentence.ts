import { useI18n } from '@/shared/words';
import { ApiError } from './http';

export interface Sentence {
  detail: string;
  next: string;
}

/** Turns a failure into what a person reads: what happened, and what to do next. */
export function useSentence(): (failure: unknown) => Sentence {
  const { t } = useI18n();
  return (failure) => {
    if (!(failure instanceof ApiError)) return { detail: t('error.unexpected'), next: t('error.retryLater') };
    if (failure.detail) return { detail: failure.detail, next: failure.next };
    if (failure.status === 0) return { detail: t('error.network'), next: t('error.checkNetwork') };
    return { detail: t('error.server'), next: t('error.retryLater') };
  };
}
