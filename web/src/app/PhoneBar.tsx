import { Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { PageNavLink } from './Navigation';
import { pages } from './registry';
import classes from './Shell.module.css';

const places = 5;

/** The pages at the bottom of a phone, within reach of a thumb: as many as fit, the others behind "More". */
export function PhoneBar() {
  const [isOpen, { open, close }] = useDisclosure(false);
  const fits = pages.length <= places;
  const shown = fits ? pages : pages.slice(0, places - 1);
  const others = pages.slice(shown.length);
  return (
    <nav className={classes.bar} aria-label="Pages">
      <ul className={classes.list}>
        {shown.map((page) => (
          <li key={page.path}>
            <PageNavLink page={page} />
          </li>
        ))}
        {!fits && (
          <li>
            <button type="button" className={classes.link} aria-haspopup="dialog" onClick={open}>
              <IconDots aria-hidden size={20} stroke={1.7} />
              More
            </button>
          </li>
        )}
      </ul>
      <Drawer
        opened={isOpen}
        onClose={close}
        position="bottom"
        size="auto"
        title="More pages"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <ul className={classes.list}>
          {others.map((page) => (
            <li key={page.path}>
              <PageNavLink page={page} onFollow={close} />
            </li>
          ))}
        </ul>
      </Drawer>
    </nav>
  );
}
