import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { createQueries } from '@/app/App';
import { theme, tokens } from '@/app/theme';
import { ConfirmProvider } from '@/ui/ConfirmProvider';

/** Shows a component as a page would, with everything around it that pages have. */
export function show(component: ReactNode, address = '/') {
  const queries = createQueries();
  return render(component, {
    wrapper: ({ children }) => (
      <MantineProvider theme={theme} cssVariablesResolver={tokens} env="test">
        <QueryClientProvider client={queries}>
          <MemoryRouter initialEntries={[address]}>
            <ConfirmProvider>{children}</ConfirmProvider>
          </MemoryRouter>
        </QueryClientProvider>
      </MantineProvider>
    ),
  });
}
