// Installs the packages of spec/package.json, exact versions, into spec/target/node. Once for each content of package.json.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Installs into `folder` what `packageJson` names, unless it is there already, and gives a function that imports from there. */
export function install(packageJson, folder) {
  const stamp = path.join(folder, 'installed.json');
  const wanted = readFileSync(packageJson, 'utf8');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
    mkdirSync(folder, { recursive: true });
    copyFileSync(packageJson, path.join(folder, 'package.json'));
    const options = ['install', '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = spawnSync('npm', options, {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PUPPETEER_SKIP_DOWNLOAD: '1' },
      shell: process.platform === 'win32',
    });
    if (npm.status !== 0) {
      throw new Error(`npm could not install the validators of ${packageJson}:\n${npm.stderr ?? npm.error}`);
    }
    writeFileSync(stamp, wanted);
  }
  const require = createRequire(path.join(folder, 'package.json'));
  return (name) => import(pathToFileURL(require.resolve(name)).href);
}
