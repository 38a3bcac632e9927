import { IconSend } from '@tabler/icons-react';
import { definePage } from '@/app/page';

export const page = definePage({
  path: '/publish',
  label: 'Publish',
  icon: IconSend,
  order: 40,
  load: () => import('./PublishPage'),
});
