import { render, screen } from '@testing-library/react';
import App from './App';

// The plugins among the dependencies are found by the bundler, so only the app's own wiring is here;
// the browser tests see all of it.
it('asks who is there', async () => {
  // What the bundler puts there: an array, which only a plain object in place of process.env can hold.
  process.env = {
    NODE_ENV: 'test',
    APP_CONFIG: [
      {
        context: 'test',
        data: {
          app: { title: 'Test', baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:7007' },
        },
      },
    ],
  } as unknown as NodeJS.ProcessEnv;

  render(App.createRoot());

  expect(
    await screen.findByRole('button', { name: 'Enter' }, { timeout: 20_000 }),
  ).toBeInTheDocument();
}, 30_000);
