import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { matchPath } from 'react-router';

/** What a page's module exports, and what is loaded when somebody opens it. */
export interface PageModule {
  Component: ComponentType;
}

/** An address and the module that shows it. */
export interface PageRoute {
  /** Such as `/library/:clipId`. */
  path: string;
  load: () => Promise<PageModule>;
}

/** A page of the navigation, with the addresses below it. */
export interface Page extends PageRoute {
  label: string;
  icon: Icon;
  /** Where it stands in the navigation. The first four stand in the bar of a phone. */
  order: number;
  /** Other addresses of the same page: a thing's own, a step. */
  more?: readonly PageRoute[];
}

/** Says what a page is. One file each: `src/pages/NAME/page.ts`. */
export function definePage(page: Page): Page {
  return page;
}

/** Whether one of these pages answers to an address. */
export function answers(pages: readonly Page[], address: string): boolean {
  const [path = address] = address.split(/[?#]/);
  return pages.some((page) =>
    [page, ...(page.more ?? [])].some((route) => matchPath(route.path, path) !== null),
  );
}
