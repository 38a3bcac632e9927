import { NavLink } from 'react-router';
import type { Page } from './page';
import { pages } from './registry';
import classes from './Shell.module.css';

/** The pages there are, at the side of a wide screen. */
export function Navigation() {
  return (
    <nav className={classes.nav} aria-label="Pages">
      <ul className={classes.list}>
        {pages.map((page) => (
          <li key={page.path}>
            <PageNavLink page={page} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function PageNavLink({ page, onFollow }: { page: Page; onFollow?: () => void }) {
  return (
    <NavLink to={page.path} end={page.path === '/'} className={classes.link} onClick={onFollow}>
      <page.icon aria-hidden size={20} stroke={1.7} />
      {page.label}
    </NavLink>
  );
}
