// Succeeds if node_modules holds what package-lock.json says.

import { existsSync, readFileSync } from 'node:fs';

function packages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

const installed = packages('node_modules/.package-lock.json');
const isCurrent = Object.entries(packages('package-lock.json')).every(([path, { version, optional }]) => {
  const isThere = installed[path]?.version === version && existsSync(`${path}/package.json`);
  // The root has no path; optional packages are for other systems.
  return path === '' || optional || isThere;
});
process.exit(isCurrent && existsSync('node_modules/.bin') ? 0 : 1);
