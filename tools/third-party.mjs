// `npm run third-party`: writes THIRD-PARTY.md, the licences of the libraries that reach a page with ours.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './internal/root.mjs';
import { thirdParty } from './internal/third-party.mjs';

writeFileSync(join(root, 'THIRD-PARTY.md'), thirdParty());
