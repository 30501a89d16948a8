import { fileURLToPath, URL } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/**
 * One chunk of texts per language: the shell needs the labels of every feature at once,
 * so a file per feature and language would only cost requests.
 */
function languageChunk(id: string): string | null {
  const found = /\/locales\/(en|pl)\.json$/.exec(id);
  return found ? `texts-${found[1]}` : null;
}

export default defineConfig({
  plugins: [react()],
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
