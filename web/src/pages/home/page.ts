import { IconHome } from '@tabler/icons-react';
import { definePage } from '@/app/page';

export const page = definePage({
  path: '/',
  label: 'Home',
  icon: IconHome,
  order: 10,
  load: () => import('./HomePage'),
});
