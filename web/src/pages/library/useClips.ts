import { answer, api } from '@/api/client';
import { usePaged } from '@/api/usePaged';
import { type Filters, queryOf } from './filters';

const together = 48;

/** The clips that the filters leave, page by page. The grid and a clip's neighbours are the same list. */
export function useClips(filters: Filters) {
  const asked = queryOf(filters);
  return usePaged({
    queryKey: ['clips', 'pages', asked],
    load: (cursor, signal) =>
      answer(api.GET('/api/v1/clips', { signal, params: { query: { ...asked, limit: together, cursor } } })),
    rows: (page) => page.clips,
  });
}
