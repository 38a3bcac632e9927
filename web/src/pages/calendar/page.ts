import { IconCalendar } from '@tabler/icons-react';
import { definePage } from '@/app/page';

export const page = definePage({
  path: '/calendar',
  label: 'Calendar',
  icon: IconCalendar,
  order: 50,
  load: () => import('./CalendarPage'),
});
