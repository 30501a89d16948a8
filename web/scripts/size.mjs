// Fails when what a browser must load before the first screen grows past its budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const SCRIPT_BUDGET = 250_000;
const STYLE_BUDGET = 50_000;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

const scripts = new Set();
const styles = new Set();
function visit(key) {
  const chunk = manifest[key];
  if (!chunk || scripts.has(chunk.file)) return;
  scripts.add(chunk.file);
  for (const css of chunk.css ?? []) styles.add(css);
  for (const next of chunk.imports ?? []) visit(next);
}
for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key);

const gzip = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
const total = (files) => [...files].reduce((sum, file) => sum + gzip(file), 0);
for (const file of [...scripts, ...styles]) console.info(`${String(gzip(file)).padStart(8)}  ${file}`);

const js = total(scripts);
const css = total(styles);
console.info(`initial JavaScript ${js} of ${SCRIPT_BUDGET} bytes gzip; styles ${css} of ${STYLE_BUDGET}`);
if (js > SCRIPT_BUDGET || css > STYLE_BUDGET) {
  console.error('over budget: load the new part lazily or take it out');
  process.exit(1);
}
