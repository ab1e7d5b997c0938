import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first test of a file waits for a lazy chunk to be compiled, on a machine that may be busy.
configure({ asyncUtilTimeout: 30_000 });
