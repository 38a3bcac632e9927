import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Clipyard, and a key that may read and draft. The key stays in this process; pages never see it.
const server = process.env.CLIPYARD_SERVER ?? 'http://127.0.0.1:8000';
const key = process.env.CLIPYARD_KEY;
const client = fileURLToPath(new URL('../../web/src/api', import.meta.url));

// What the two components need; everything else a key opens stays closed.
const passedOn = /^\/clipyard\/api\/(v1\/clips(\?.*)?|uploads(\/[\w-]+)?)$/;

export default defineConfig({
  plugins: [react()],
  resolve: {
    alias: { '@clipyard/client': client },
    // The client lies elsewhere; what it needs is taken from here.
    dedupe: ['openapi-fetch', 'tus-js-client'],
  },
  server: {
    host: '127.0.0.1',
    fs: { allow: ['.', client] },
    proxy: {
      '/clipyard': {
        target: server,
        changeOrigin: true,
        rewrite: (path) => path.replace(/^\/clipyard/, ''),
        bypass: ({ url = '' }) => (passedOn.test(url) ? undefined : false),
        configure: (proxy) => {
          proxy.on('proxyReq', (request) => {
            // Browsers send the cookies of all ports of this machine; the key alone says who calls.
            request.removeHeader('cookie');
            request.removeHeader('origin');
            if (key !== undefined) {
              request.setHeader('Authorization', `Bearer ${key}`);
            }
          });
        },
      },
    },
  },
  test: {
    environment: 'happy-dom',
    setupFiles: './src/setup.ts',
    css: false,
    // Longer than setup.ts lets a test wait for one thing.
    testTimeout: 30_000,
    // Else it would be the one for Node, which knows neither files nor requests of browsers.
    alias: { 'tus-js-client': fileURLToPath(new URL('./node_modules/tus-js-client/lib.esm/browser', import.meta.url)) },
  },
});
