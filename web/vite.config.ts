import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Where `clipyard serve` answers while one works on the pages; see docs/web.md.
const server = process.env.CLIPYARD_SERVER ?? 'http://127.0.0.1:8000';
const served = [
  '/api',
  '/auth',
  '/tiktok',
  '/media',
  '/webhook',
  '/n8n',
  '/rss',
  '/docs',
  '/openapi',
  '/problems',
  '/health',
];

// FullCalendar carries a font of icons within its script; the policy lets no such font in, and we have icons of our own.
const withoutIconFont = {
  name: 'without-icon-font',
  transform: (code: string, id: string) =>
    id.includes('@fullcalendar/core') ? code.replace(/@font-face\s*\{[^}]*\}/g, '') : null,
};

export default defineConfig({
  plugins: [react(), withoutIconFont],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // A file within a script or a style would need 'data:' in the policy for fonts and scripts.
    assetsInlineLimit: 0,
    manifest: true,
    reportCompressedSize: false,
  },
  server: { host: '127.0.0.1', proxy: Object.fromEntries(served.map((path) => [path, server])) },
  test: {
    environment: 'happy-dom',
    setupFiles: './src/testing/setup.ts',
    css: false,
    // Else it would be the one for Node, which knows neither files nor requests of browsers.
    alias: {
      'tus-js-client': fileURLToPath(
        new URL('./node_modules/tus-js-client/lib.esm/browser', import.meta.url),
      ),
    },
  },
});
