import { IconMovie } from '@tabler/icons-react';
import { definePage } from '@/app/page';

export const page = definePage({
  path: '/library',
  label: 'Library',
  icon: IconMovie,
  order: 30,
  load: () => import('./LibraryPage'),
  more: [
    { path: '/library/students', load: () => import('./StudentsPage') },
    { path: '/library/students/:studentId', load: () => import('./StudentPage') },
    { path: '/library/:videoId', load: () => import('./ClipPage') },
  ],
});
