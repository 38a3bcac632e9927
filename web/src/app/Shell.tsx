import { useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { Brand } from './Brand';
import { LiveNotice } from './LiveNotice';
import { Navigation } from './Navigation';
import { PersonMenu } from './PersonMenu';
import { PhoneBar } from './PhoneBar';
import classes from './Shell.module.css';
import { useConnectOutcome } from './useConnectOutcome';

/** What stays while pages change: navigation, who is signed in, whether the page is live. */
export function Shell() {
  const main = useRef<HTMLElement>(null);
  useConnectOutcome();
  useFocusOnPage(main);
  return (
    <>
      <a className={classes.skip} href="#main">
        Skip to the page
      </a>
      <div className={classes.shell}>
        <header className={classes.top}>
          <Brand size={26} />
          <PersonMenu compact />
        </header>
        <header className={classes.rail}>
          <div className={classes.brand}>
            <Brand />
          </div>
          <Navigation />
          <PersonMenu />
        </header>
        <main id="main" ref={main} className={classes.main} tabIndex={-1}>
          <LiveNotice />
          <Outlet />
        </main>
        <PhoneBar />
      </div>
      <ScrollRestoration />
    </>
  );
}

/** After a change of page readers of screens are told its name, and tabbing goes on from its beginning. */
function useFocusOnPage(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current !== pathname) {
      last.current = pathname;
      (main.current?.querySelector<HTMLElement>('[data-page-title]') ?? main.current)?.focus();
    }
  }, [pathname, main]);
}
