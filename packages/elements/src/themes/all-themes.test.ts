import { expect } from 'chai';
import { accessibilityProblems, clear, mount, settled, textOf, until } from '../testing/page.js';
import { sampleTwin } from '../testing/sample-twin.js';
import { themeNames } from './tokens.js';
import '../connections/connections.js';
import '../equipment-grid/equipment-grid.js';
import '../oee/oee.js';
import '../provider/provider.js';

for (const theme of themeNames) {
  for (const lang of ['en', 'zh-CN']) {
    it(`The elements are accessible in the theme ${theme}, language ${lang}`, async () => {
      const grid = document.createElement('twin-equipment-grid');
      grid.controls = true;
      const oee = document.createElement('twin-oee');
      oee.equipment = 'lathe-02';
      oee.explained = true;
      const connections = document.createElement('twin-connections');
      const provider = await mount(
        'twin-provider',
        { theme, lang, twin: sampleTwin() },
        grid,
        oee,
        connections,
      );
      await until(() => textOf(oee, 'table') !== '', 'the explanation');
      await until(() => textOf(connections, 'p').startsWith(lang === 'en' ? 'The' : '车'), 'the language');
      await settled(grid);
      expect(await accessibilityProblems(provider)).to.deep.equal([]);
      clear();
    });
  }
}
