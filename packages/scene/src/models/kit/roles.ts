/** What parts of models are made of. The position of a role in this list is its number in the geometry and in the shader. */
export const roles = [
  'body',
  'panel',
  'base',
  'steel',
  'glass',
  'rubber',
  'goods',
  'safety',
  'slate',
  'sage',
  'clay',
  'ochre',
  'strip',
  'lampRed',
  'lampAmber',
  'lampGreen',
  'lampBlue',
  'mesh',
  'screen',
  'heat',
  'floor',
  'zone',
  'aisle',
  'line',
  'wall',
  'cut',
  'paper',
] as const;

/** What a part is made of: `body` to `ochre` are materials, `strip` and lamps take the state, `mesh` is a fence one sees through. */
export type Role = (typeof roles)[number];

/** The number of each role: its position in {@link roles}. */
export const roleNumber = Object.fromEntries(roles.map((role, index) => [role, index])) as Readonly<
  Record<Role, number>
>;
