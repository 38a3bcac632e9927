import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// On a busy machine a second, which is usual, passes before a page has answered.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);
