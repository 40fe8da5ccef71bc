import { type CountedPage, type SearchWordsView } from '@gatehouse/contract';
import { type Answer, type House } from './house.js';

/** Searches a list as the console does: the words go in a body, the address carries their handle. */
export async function searchFor<Row>(
  house: House,
  list: 'visits' | 'people' | 'plates' | 'passages',
  words: string,
  cookie: string,
  filter: Record<string, string> = {},
): Promise<Answer<CountedPage<Row>>> {
  const { body } = await house.post<SearchWordsView>('/api/search/words', { words }, { cookie });
  return house.get(`/api/${list}?${new URLSearchParams({ ...filter, words: body.handle })}`, { cookie });
}
