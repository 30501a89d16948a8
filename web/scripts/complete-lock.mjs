// Adds to the lock file the platform packages that a registry mirror does not carry: npm leaves their entries out, and then
// `npm ci` refuses the file on every machine. Run it after each change of dependencies: npm run lock.
import fs from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
const PLATFORM =
  /(android|darwin|freebsd|linux|win32|openharmony|sunos|netbsd|openbsd|aix)-(arm64|x64|arm|ia32|riscv64|ppc64|s390x|loong64)(?:-(gnu|musl))?/;
let added = 0;

for (const owner of Object.values({ ...lock.packages })) {
  for (const [name, range] of Object.entries(owner.optionalDependencies ?? {})) {
    const at = `node_modules/${name}`;
    const platform = PLATFORM.exec(name);
    if (lock.packages[at]?.version || !platform) continue;
    lock.packages[at] = {
      version: range.replace(/^[\^~]/, ''),
      cpu: [platform[2]],
      ...(owner.dev ? { dev: true } : {}),
      ...(platform[3] ? { libc: [platform[3] === 'gnu' ? 'glibc' : 'musl'] } : {}),
      optional: true,
      os: [platform[1]],
    };
    added++;
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} platform packages added\n`);
