import { IconListCheck } from '@tabler/icons-react';
import { definePage } from '@/app/page';

export const page = definePage({
  path: '/tasks',
  label: 'Tasks',
  icon: IconListCheck,
  order: 70,
  load: () => import('./TasksPage'),
  more: [
    { path: '/tasks/instances/:instanceId', load: () => import('./InstancePage') },
    { path: '/tasks/:taskId', load: () => import('./TaskPage') },
  ],
});
