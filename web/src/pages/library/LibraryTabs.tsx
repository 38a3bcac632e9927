import { Link, useLocation } from 'react-router';
import classes from './Library.module.css';

const places = [
  { to: '/library', label: 'Clips' },
  { to: '/library/students', label: 'Students' },
];

/** The two sides of the Library. */
export function LibraryTabs() {
  const { pathname } = useLocation();
  return (
    <nav aria-label="Library" className={classes.tabs}>
      {places.map(({ to, label }) => (
        <Link key={to} to={to} className={classes.tab} aria-current={pathname === to ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
