import { type OpinionBook, type OpinionKind } from '@gatehouse/contract';
import { useQuery } from '@tanstack/vue-query';
import { fetchOpinions } from './api';

/** The common opinions, the own ones first. */
export function useOpinions() {
  const query = useQuery<OpinionBook>({
    queryKey: ['opinions'],
    queryFn: fetchOpinions,
    staleTime: 60_000,
    retry: false,
  });
  const textsOf = (kind: OpinionKind): string[] => {
    const { own = [], shared = [] } = query.data.value ?? {};
    return [...new Set([...own, ...shared].filter((opinion) => opinion.kind === kind).map(({ text }) => text))];
  };
  return { ...query, textsOf };
}
