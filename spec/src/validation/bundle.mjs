// Makes one self-contained document of one that refers to other files, for tools that cannot follow relative references.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A copy of the document in which every schema of another file stands under `components.schemas` by the file's name,
 * and every other reference into another file is replaced by what it refers to.
 *
 * @param file the document's path, against which its references are resolved
 * @param parse text and path of a file to its content
 */
export function bundle(file, parse) {
  const document = parse(readFileSync(file, 'utf8'), file);
  document.components ??= {};
  document.components.schemas ??= {};
  const taken = new Map();

  const visit = (node, from) => {
    if (Array.isArray(node)) return node.map((item) => visit(item, from));
    if (node === null || typeof node !== 'object') return node;
    if (typeof node.$ref === 'string' && !node.$ref.startsWith('#')) return moved(node, from);
    return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, visit(value, from)]));
  };

  const moved = (node, from) => {
    const [relative, pointer = ''] = node.$ref.split('#');
    const target = path.resolve(path.dirname(from), relative);
    if (pointer !== '') {
      return pointer.split('/').slice(1).reduce((at, step) => at[step], parse(readFileSync(target, 'utf8'), target));
    }
    const name = path.basename(target, '.json').replace(/\W/g, '_');
    if (taken.get(name) === undefined) {
      if (document.components.schemas[name] !== undefined) {
        throw new Error(`${file} has a schema ${name} of its own and refers to ${target}`);
      }
      taken.set(name, target);
      const { $schema, $id, ...schema } = parse(readFileSync(target, 'utf8'), target);
      document.components.schemas[name] = {}; // a schema may refer to itself
      document.components.schemas[name] = visit(schema, target);
    } else if (taken.get(name) !== target) {
      throw new Error(`${file} refers to two schemas called ${name}`);
    }
    return { ...node, $ref: `#/components/schemas/${name}` };
  };

  for (const [name, value] of Object.entries(document)) {
    document[name] = name === 'components' ? value : visit(value, file);
  }
  for (const [group, entries] of Object.entries(document.components)) {
    for (const [name, value] of Object.entries(entries)) {
      if (!(group === 'schemas' && taken.has(name))) entries[name] = visit(value, file);
    }
  }
  return document;
}
