import { IconSettings } from '@tabler/icons-react';
import { definePage } from '@/app/page';

export const page = definePage({
  path: '/settings',
  label: 'Settings',
  icon: IconSettings,
  order: 90,
  load: () => import('./ProfilePage'),
  more: [
    { path: '/settings/keys', load: () => import('./KeysPage') },
    { path: '/settings/webhooks', load: () => import('./WebhooksPage') },
    { path: '/settings/webhooks/:webhookId', load: () => import('./WebhookPage') },
    { path: '/settings/people', load: () => import('./PeoplePage') },
  ],
});
