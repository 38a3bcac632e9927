import { answers, type Page } from './page';

// Every page says in a file of its own that it exists, so that adding one changes nothing here.
const found = import.meta.glob<{ page: Page }>('../pages/*/page.ts', { eager: true });

/** All pages of this program, in the order of the navigation. */
export const pages: readonly Page[] = Object.values(found)
  .map((module) => module.page)
  .sort((one, other) => one.order - other.order);

/** Whether there is a page at this address, so that nothing links to one that is not there. */
export function hasPage(address: string): boolean {
  return answers(pages, address);
}
