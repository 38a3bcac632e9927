import { IconBrandTiktok } from '@tabler/icons-react';
import { definePage } from '@/app/page';

export const page = definePage({
  path: '/accounts',
  label: 'Accounts',
  icon: IconBrandTiktok,
  order: 80,
  load: () => import('./AccountsPage'),
});
