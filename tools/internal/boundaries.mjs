import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** Elements that render another one and may therefore import it: element → the folders it may reach. */
export const renders = {
  'equipment-grid': ['equipment'],
  inspector: ['equipment'],
  value: ['trend'],
};

const house = 'See "Who may import whom" in CONVENTIONS.md.';

/** Forbids our own packages by name, except those given. */
function packagesExcept(...allowed) {
  const others = ['core', 'connectors', 'elements', 'scene', 'gateway'].filter(
    (name) => !allowed.includes(name),
  );
  return {
    regex: `^(@twinfloor/(${others.join('|')})|twinfloor)(/|$)`,
    message: `This package must not import that one. ${house}`,
  };
}

/** Forbids relative imports that climb out of a package, whatever the depth of the file. */
const acrossPackages = {
  regex: '^(\\.\\./)+(packages/)?[a-z]+/(src|dist)/',
  message: `Another package is imported by its name. ${house}`,
};

/** Forbids folders of the own package, seen from a folder one below src. */
function folders(...names) {
  return {
    regex: `^(\\.\\./)+(${names.join('|')})/`,
    message: `A lower room must not import a higher one. ${house}`,
  };
}

/** Tests and what helps them: they run where they are told to. */
const tests = ['**/*.test.ts', '**/testing/**', '**/fixtures.ts'];

const node = { regex: '^node:', message: 'This runs in a page too.' };

/**
 * One block for each room. ESLint lets the last block that fits a file decide, so each block names all its patterns.
 */
function room(files, ...patterns) {
  return { files, ignores: [...tests], rules: rule(patterns) };
}

function rule(patterns) {
  return { 'no-restricted-imports': ['error', { patterns }] };
}

/** ESLint blocks that enforce the directions of imports, between the packages and inside them; `own` are the folders of elements. */
export function boundaries(own = elementFolders()) {
  const core = [packagesExcept(), acrossPackages];
  const connectors = [packagesExcept('core'), acrossPackages];
  const cli = [packagesExcept('core', 'connectors'), acrossPackages];
  const elements = [packagesExcept('core'), acrossPackages];
  // Of the elements the scene may use what carries no element: controllers, events, tokens, parts; and the floor plan,
  // which it loads and renders where there is no WebGL.
  const scene = [
    packagesExcept('core', 'elements'),
    acrossPackages,
    {
      regex: '^@twinfloor/elements(?!/(controllers|events|tokens|parts|floor-plan)(/|$|\\.js$))',
      message: `The scene may import only controllers, events, tokens, parts and the floor plan of the elements. ${house}`,
    },
  ];
  return [
    // Tests may use Node, and what they test may be higher than they stand.
    { files: ['packages/core/src/**/*.ts'], rules: rule(core) },
    { files: ['packages/connectors/src/**/*.ts'], rules: rule(connectors) },
    { files: ['packages/cli/src/**/*.ts'], rules: rule(cli) },
    { files: ['packages/elements/src/**/*.ts'], rules: rule(elements) },
    { files: ['packages/scene/src/**/*.ts'], rules: rule(scene) },

    room(['packages/core/src/**/*.ts'], ...core, node),
    room(
      ['packages/core/src/{model,time,vocabulary}/**/*.ts'],
      ...core,
      node,
      folders('series', 'kpi', 'worker', 'twin', 'figures', 'connector', 'requests', 'alarms'),
    ),
    room(
      ['packages/core/src/series/**/*.ts'],
      ...core,
      node,
      folders('kpi', 'worker', 'twin', 'figures', 'connector', 'requests', 'alarms'),
    ),
    room(
      ['packages/core/src/kpi/**/*.ts'],
      ...core,
      node,
      folders('worker', 'twin', 'figures', 'connector', 'requests', 'alarms'),
    ),
    room(
      ['packages/core/src/worker/**/*.ts'],
      ...core,
      node,
      folders('twin', 'figures', 'connector', 'requests', 'alarms'),
    ),
    room(
      ['packages/core/src/{twin,connector}/**/*.ts'],
      ...core,
      node,
      folders('worker', 'figures', 'requests', 'alarms'),
    ),
    room(['packages/core/src/requests/**/*.ts'], ...core, node, folders('worker', 'figures', 'alarms')),
    room(['packages/core/src/{figures,alarms}/**/*.ts'], ...core, node, folders('worker')),

    room(['packages/connectors/src/**/*.ts'], ...connectors, node),
    // The agent is for tests and examples and runs in Node only.
    room(['packages/connectors/src/mtconnect-agent/**/*.ts'], ...connectors),

    // The command line runs in Node; what it makes of tables and proposals could run anywhere.
    room(['packages/cli/src/**/*.ts'], ...cli),
    room(['packages/cli/src/{floor,table}/**/*.ts'], ...cli, node),

    room(['packages/elements/src/**/*.ts'], ...elements, node),
    room(
      ['packages/elements/src/{internal,controllers,charts,events,locales,themes}/**/*.ts'],
      ...elements,
      node,
      ...(own.length > 0 ? [folders(...own)] : []),
    ),
    ...own.map((name) => {
      const others = own.filter((other) => other !== name && !renders[name]?.includes(other));
      return room(
        [`packages/elements/src/${name}/**/*.ts`],
        ...elements,
        node,
        ...(others.length > 0 ? [folders(...others)] : []),
      );
    }),

    room(['packages/scene/src/**/*.ts'], ...scene, node),
    room(['packages/scene/src/{three,models}/**/*.ts'], ...scene, node, folders('scene')),

    {
      files: ['examples/**/*.{js,mjs,ts}', 'docs/**/*.{js,mjs,ts}', 'bench/**/*.{js,mjs,ts}'],
      rules: rule([
        { regex: '/packages/[a-z]+/(src|dist)/', message: `A package is imported by its name. ${house}` },
      ]),
    },
  ];
}

/** Folders of elements: each holds a module of its own name. */
export function elementFolders() {
  const source = join(root, 'packages/elements/src');
  return readdirSync(source, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(source, entry.name, `${entry.name}.ts`)))
    .map(({ name }) => name)
    .sort();
}
