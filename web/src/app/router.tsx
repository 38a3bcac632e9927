import { createBrowserRouter, type RouteObject } from 'react-router';
import { RouteError } from '@/ui/ErrorBoundary';
import { PageSkeleton } from '@/ui/Skeletons';
import { NotFound } from './NotFound';
import { pages } from './registry';
import { Shell } from './Shell';
import { SignedIn } from './SignedIn';

const routes: RouteObject[] = pages
  .flatMap((page) => [page, ...(page.more ?? [])])
  .map(({ path, load }) => ({ path, lazy: load, ErrorBoundary: RouteError, HydrateFallback: PageSkeleton }));

const Nothing = () => null;

export function createRouter() {
  return createBrowserRouter([
    {
      ErrorBoundary: RouteError,
      children: [
        { path: '/sign-in', lazy: () => import('@/pages/sign-in/SignInPage'), HydrateFallback: Nothing },
        {
          Component: SignedIn,
          HydrateFallback: Nothing,
          children: [{ Component: Shell, children: [...routes, { path: '*', Component: NotFound }] }],
        },
      ],
    },
  ]);
}
