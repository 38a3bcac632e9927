import { IconActivity } from '@tabler/icons-react';
import { definePage } from '@/app/page';

export const page = definePage({
  path: '/activity',
  label: 'Activity',
  icon: IconActivity,
  order: 60,
  load: () => import('./ActivityPage'),
  more: [{ path: '/activity/:postId', load: () => import('./PostPage') }],
});
