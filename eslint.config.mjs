import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import typescript from 'typescript-eslint';
import { boundaries } from './tools/internal/boundaries.mjs';

/** What may turn data into HTML or code. A template of Lit escapes; these do not. */
const unsafe = [
  [
    'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]',
    'Render with a Lit template.',
  ],
  [
    'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    'Render with a Lit template.',
  ],
  [
    'ImportDeclaration[source.value=/unsafe-(html|svg|mathml)|unsafe-static/]',
    'Nothing from the wire becomes HTML.',
  ],
  [
    'ImportExpression[source.value=/unsafe-(html|svg|mathml)|unsafe-static/]',
    'Nothing from the wire becomes HTML.',
  ],
  ['CallExpression[callee.name="eval"]', 'A strict content security policy forbids it.'],
  ['NewExpression[callee.name="Function"]', 'A strict content security policy forbids it.'],
  // docs/decisions/0005-no-style-attributes.md
  [
    'ImportDeclaration[source.value=/style-map/]',
    'The policy refuses style attributes: use style.setProperty().',
  ],
  [
    'CallExpression[callee.property.name="setAttribute"][arguments.0.value="style"]',
    'Use style.setProperty().',
  ],
  [
    'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=/]',
    'Use style.setProperty().',
  ],
].map(([selector, message]) => ({ selector, message }));

/** What the language offers and the house does without. */
const unwanted = [
  ['TSEnumDeclaration', 'Use a union or an `as const` object.'],
  ['TSModuleDeclaration[kind="namespace"]', 'Use a module.'],
  ['TSParameterProperty', 'Write the field out.'],
  ['PropertyDefinition[accessibility="public"]', 'Nothing is written `public`.'],
  ['MethodDefinition[accessibility="public"]', 'Nothing is written `public`.'],
].map(([selector, message]) => ({ selector, message }));

/** Mistakes that the compiler does not find. */
const mistakes = [
  'no-async-promise-executor',
  'no-case-declarations',
  'no-cond-assign',
  'no-constant-condition',
  'no-dupe-else-if',
  'no-empty',
  'no-empty-pattern',
  'no-fallthrough',
  'no-loss-of-precision',
  'no-misleading-character-class',
  'no-prototype-builtins',
  'no-self-assign',
  'no-sparse-arrays',
  'no-unreachable-loop',
  'no-unsafe-finally',
  'no-unsafe-optional-chaining',
  'no-useless-catch',
  'no-useless-escape',
  'use-isnan',
  'valid-typeof',
];

export default typescript.config(
  {
    ignores: ['**/dist/', '**/node_modules/', 'coverage/', 'test-results/', 'bench/results/', 'bench/peers/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...typescript.configs.recommended,
  {
    rules: {
      ...Object.fromEntries(mistakes.map((name) => [name, 'error'])),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', ...unsafe, ...unwanted],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // The rules that need types cost seconds, so only those that find what nothing else finds. Tests are left out:
    // `describe` and `it` of node:test return promises that nobody awaits.
    files: ['packages/*/src/**/*.ts'],
    ignores: ['**/*.test.ts', '**/testing/**', '**/fixtures.ts'],
    languageOptions: {
      parserOptions: {
        project: ['packages/*/tsconfig.json', 'packages/*/tsconfig.test.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    files: ['packages/elements/src/**/*.ts', 'packages/scene/src/**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': litA11y },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...wc.configs['flat/recommended'].rules,
      ...litA11y.configs.recommended.rules,
      // A grid handles the keys for its rows, and aria-description is global since ARIA 1.3: neither is known to
      // these two. The tests of an element use real keys, and axe judges its roles in the page.
      'lit-a11y/click-events-have-key-events': 'off',
      'lit-a11y/role-supports-aria-attr': 'off',
      'lit/no-useless-template-literals': 'error',
      'lit/no-value-attribute': 'error',
      'lit/no-this-assign-in-render': 'error',
      'wc/guard-super-call': 'off',
    },
  },
  ...boundaries(),
);
