import { NavLink } from 'react-router';
import { useMe } from '@/api/session';
import classes from './SettingsNav.module.css';

const sections = [
  { path: '/settings', label: 'You' },
  { path: '/settings/keys', label: 'API keys' },
  { path: '/settings/webhooks', label: 'Webhooks' },
];

const forAdministrators = [{ path: '/settings/people', label: 'People' }];

/** The parts of the settings that this person has. */
export function SettingsNav() {
  const me = useMe();
  const shown = me.data?.role === 'administrator' ? [...sections, ...forAdministrators] : sections;
  return (
    <nav aria-label="Settings">
      <ul className={classes.list}>
        {shown.map(({ path, label }) => (
          <li key={path}>
            <NavLink to={path} end={path === '/settings'} className={classes.link}>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
