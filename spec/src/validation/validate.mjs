// Holds the spec's documents against the validators that other people use: the AsyncAPI parser, OpenRPC's meta schema, an OpenAPI validator.
// Run by the build (see pom.xml); by hand: node spec/src/validation/validate.mjs
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { install } from './install.mjs';

const spec = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const target = path.join(spec, 'target');
const stamp = path.join(target, 'documents-valid');

const digest = digestOf('vite', 'vigil', 'schemas', 'src/validation', 'package.json');
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) process.exit(0);

const load = install(path.join(spec, 'package.json'), path.join(target, 'node'));
const { Parser, fromFile } = (await load('@asyncapi/parser')).default;
const openRpc = (await load('@open-rpc/schema-utils-js')).default;
const SwaggerParser = (await load('@apidevtools/swagger-parser')).default;
const yaml = (await load('js-yaml')).default;
const parse = (text, file) => (file.endsWith('.yaml') ? yaml.load(text) : JSON.parse(text));

const complaints = [
  ...(await asyncApi(path.join(spec, 'vite/asyncapi.yaml'))),
  ...(await asyncApi(path.join(spec, 'vigil/asyncapi.yaml'))),
  ...(await openRpcDocument(path.join(spec, 'vite/openrpc.json'))),
  ...(await openApi(path.join(spec, 'vite/openapi.yaml'))),
  ...(await proveThatChecksFail()),
];
if (complaints.length > 0) {
  console.error(`The spec's documents are not valid:\n${complaints.map((complaint) => `  ${complaint}`).join('\n')}`);
  process.exit(1);
}
writeBundles();
mkdirSync(target, { recursive: true });
writeFileSync(stamp, digest);
console.log('The spec\'s documents are valid AsyncAPI 3, OpenRPC and OpenAPI 3.1.');

/** Errors and warnings; what is only a hint (there is a newer AsyncAPI) is not held against a document. */
async function asyncApi(file) {
  const { document, diagnostics } = await fromFile(new Parser(), file).parse();
  const found = diagnostics
    .filter((diagnostic) => diagnostic.severity <= 1)
    .map((diagnostic) => `${name(file)}#/${diagnostic.path.join('/')}: ${diagnostic.message}`);
  return document === undefined && found.length === 0 ? [`${name(file)}: cannot be parsed`] : found;
}

/** References are followed by the Java tests: OpenRPC's own dereferencer does not come to an end on schemas that refer to themselves. */
async function openRpcDocument(file) {
  const verdict = openRpc.validateOpenRPCDocument(bundle(file, parse));
  return verdict === true ? [] : [`${name(file)}: ${verdict.message}`];
}

async function openApi(file) {
  try {
    await SwaggerParser.validate(file);
    return [];
  } catch (failure) {
    return [`${name(file)}: ${failure.message}`];
  }
}

/** Each check is fed a document with one thing broken; a check that is content with it is itself a complaint. */
async function proveThatChecksFail() {
  const folder = mkdtempSync(path.join(tmpdir(), 'lookout-spec-'));
  const blind = [];
  const expect = async (what, check, source, breakIt) => {
    const document = bundle(path.join(spec, source), parse);
    breakIt(document);
    const file = path.join(folder, path.basename(source).replace('.yaml', '.json'));
    writeFileSync(file, JSON.stringify(document));
    if ((await check(file)).length === 0) blind.push(`the check of ${source} does not notice ${what}`);
  };
  try {
    await expect('an unknown action', asyncApi, 'vigil/asyncapi.yaml', (d) => { d.operations.push.action = 'shout'; });
    await expect('an operation without a channel', asyncApi, 'vigil/asyncapi.yaml', (d) => { delete d.operations.push.channel; });
    await expect('a message that is not there', asyncApi, 'vite/asyncapi.yaml', (d) => { delete d.components.messages.error; });
    await expect('a method without a name', openRpcDocument, 'vite/openrpc.json', (d) => { delete d.methods[0].name; });
    await expect('parameters that are no list', openRpcDocument, 'vite/openrpc.json', (d) => { d.methods[2].params = 'address'; });
    await expect('an operation without responses', openApi, 'vite/openapi.yaml', (d) => { d.paths['/health'].get.responses = 5; });
  } finally {
    rmSync(folder, { recursive: true });
  }
  return blind;
}

/** One file for each document, for tools that cannot follow references to other files. */
function writeBundles() {
  const folder = path.join(target, 'bundled');
  mkdirSync(folder, { recursive: true });
  for (const [source, to] of [
    ['vite/asyncapi.yaml', 'vite-asyncapi.json'],
    ['vigil/asyncapi.yaml', 'vigil-asyncapi.json'],
    ['vite/openrpc.json', 'vite-openrpc.json'],
    ['vite/openapi.yaml', 'vite-openapi.json'],
  ]) {
    writeFileSync(path.join(folder, to), `${JSON.stringify(bundle(path.join(spec, source), parse), null, 2)}\n`);
  }
}

function digestOf(...names) {
  const hash = createHash('sha256');
  const add = (file) => hash.update(`${path.relative(spec, file)}\0`).update(readFileSync(file));
  for (const entry of names) {
    const at = path.join(spec, entry);
    const files = entry.includes('.')
      ? [at]
      : readdirSync(at, { recursive: true, withFileTypes: true })
          .filter((found) => found.isFile())
          .map((found) => path.join(found.parentPath ?? found.path, found.name));
    files.sort().forEach(add);
  }
  return hash.digest('hex');
}

function name(file) {
  const relative = path.relative(spec, file);
  return relative.startsWith('..') ? path.basename(file) : relative;
}
