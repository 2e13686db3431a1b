// Installs the real clients, exact versions, into conformance/target: once for each content of package.json and requirements.txt.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from '../../../../spec/src/validation/install.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.join(here, '../../../target');

install(path.join(here, 'package.json'), path.join(target, 'node'));

const requirements = path.join(here, 'requirements.txt');
const python = path.join(target, 'python');
const stamp = path.join(python, 'installed.txt');
const wanted = readFileSync(requirements, 'utf8');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  mkdirSync(python, { recursive: true });
  const options = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-warn-script-location', '--upgrade'];
  const pip = spawnSync('python3', [...options, '--target', python, '-r', requirements], { encoding: 'utf8' });
  if (pip.status !== 0) {
    throw new Error(`pip could not install ${requirements}:\n${pip.stderr ?? pip.error}`);
  }
  writeFileSync(stamp, wanted);
}
