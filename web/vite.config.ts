import { fileURLToPath, URL } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * One chunk of texts per language: the shell needs the labels of every feature at once,
 * so a file per feature and language would only cost requests.
 */
function languageChunk(id: string): string | null {
  const found = /\/locales\/(en|pl)\.json$/.exec(id);
  return found ? `texts-${found[1]}` : null;
}

const boardParts = [
  /features[\\/]pipeline[\\/](board|model|[^\\/]+$|filters[\\/](FilterBar|ViewsMenu|views|useChoices))/,
  /features[\\/]directory[\\/](DirectoryHost|api|live|create[\\/]newRecord)/,
  /features[\\/]search[\\/](RecentRecords|recent|records)/,
  /features[\\/]forecast[\\/]chance[\\/](ChanceChip|Chance\.module|words)/,
];

/** The browser fetches the board's code beside the application's, not after it. */
function boardBeside(): Plugin {
  return {
    name: 'board-beside',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => /assets\/board-[\w-]+\.js$/.test(file))
          .map((file) => ({
            tag: 'link',
            injectTo: 'head',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
          })),
    },
  };
}

export default defineConfig({
  plugins: [react(), boardBeside()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    manifest: true,
    target: ['chrome120', 'firefox120', 'safari17.4'],
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: languageChunk, priority: 20 },
            // One file instead of a dozen small ones before the first screen.
            { name: 'core', tags: ['$initial'], priority: 10 },
            // The board is what is opened first: its code comes in one file, with what the shell and its cards ask for as soon
            // as they are there; what it leads to comes in another.
            { name: 'board', test: (id: string) => boardParts.some((part) => part.test(id)), priority: 6 },
            { name: 'deals', test: /features[\\/]pipeline[\\/](record|dialogs|list|filters)/, priority: 5 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:8080', '/actuator': 'http://localhost:8080' } },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    css: false,
    restoreMocks: true,
    testTimeout: 15_000,
  },
});
