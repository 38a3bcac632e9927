import { IconDownload } from '@tabler/icons-react';
import { definePage } from '@/app/page';

export const page = definePage({
  path: '/get',
  label: 'Get',
  icon: IconDownload,
  order: 20,
  load: () => import('./GetPage'),
});
