import { expect } from 'chai';
import { Clock, type ConnectorContext, registerConnectorType, Twin } from '@twinfloor/core';
import { sampleNow, sampleWorkshop } from '../testing/sample-twin.js';
import { accessibilityProblems, clear, mount, textOf, until } from '../testing/page.js';
import './connections.js';

/** A twin with one connection that does what the test says. */
function twinWith(run: (context: ConnectorContext) => Promise<void>): Twin {
  registerConnectorType('test', () => Promise.resolve(() => ({ run })));
  const connector = {
    type: 'test',
    id: 'agent',
    name: { en: 'Machine agent', zh: '机床代理' },
    bindings: [],
    settings: {},
  };
  const twin = new Twin(
    { ...sampleWorkshop(), connectors: [connector] },
    { clock: new Clock(() => sampleNow), scheduler: (task) => void requestAnimationFrame(task) },
  );
  twin.start();
  return twin;
}

describe('<twin-connections>', () => {
  afterEach(clear);

  it('is accessible whatever the status', async () => {
    for (const state of ['connecting', 'live', 'waiting', 'failed'] as const) {
      const twin = twinWith(async (context) => {
        context.status({ state, detail: 'as the test wants it' });
        context.refuse({ place: 'here', found: 'this', allowed: 'that' });
        await context.wait(100_000);
      });
      const element = await mount('twin-connections', { twin });
      element.shadowRoot?.querySelector('details')?.setAttribute('open', '');
      expect(await accessibilityProblems(element), state).to.deep.equal([]);
      clear();
      await twin.stop();
    }
  });

  it('shows name, status, since when and what was refused', async () => {
    const twin = twinWith(async (context) => {
      context.status({ state: 'live' });
      context.refuse({ place: 'press-01/execution', found: '"DANCING"', allowed: 'a known word' });
      await context.wait(100_000);
    });
    const element = await mount('twin-connections', { twin });
    expect(textOf(element, 'b')).to.equal('Machine agent');
    expect(textOf(element, '.word')).to.equal('Live since 11:42');
    expect(textOf(element, '.line')).to.contain('1refused');
    expect(textOf(element, 'tbody tr')).to.equal('11:42:00 press-01/execution "DANCING" a known word');
  });

  it('shows a new status at once, with what went wrong and when it tries again', async () => {
    let tell = (): void => undefined;
    const twin = twinWith(async (context) => {
      context.status({ state: 'live' });
      tell = () =>
        context.status({ state: 'waiting', detail: 'No answer', attempt: 2, retryAt: Date.now() + 8500 });
      await context.wait(100_000);
    });
    const element = await mount('twin-connections', { twin });
    tell();
    await until(() => textOf(element, '.word').startsWith('Lost'), 'the new status');
    // Each on a line of its own: what a source says of itself need not end like a sentence.
    const [said, next] = [...(element.shadowRoot?.querySelectorAll('.detail') ?? [])];
    expect(said.textContent).to.equal('No answer');
    expect(next.textContent?.replace(/\s/g, ' ')).to.match(/^Try 3 in [78] s\.$/);
  });

  it('shows a type that nobody knows as a failed connection', async () => {
    const connector = { type: 'telepathy', id: 'odd', bindings: [], settings: {} };
    const twin = new Twin({ ...sampleWorkshop(), connectors: [connector] });
    twin.start();
    const element = await mount('twin-connections', { twin });
    await until(() => textOf(element, '.word').startsWith('Failed'), 'the failure');
    expect(textOf(element, '.detail')).to.contain('telepathy');
  });

  it('counts the sources by status on one line in a compact density, with the shape of the worst', async () => {
    const connector = (id: string) => ({ type: 'mixed', id, bindings: [], settings: {} });
    registerConnectorType('mixed', () =>
      Promise.resolve(({ id }) => ({
        run: async (context) => {
          context.status(
            id === 'd' ? { state: 'waiting', detail: 'wss://x cannot be reached' } : { state: 'live' },
          );
          await context.wait(100_000);
        },
      })),
    );
    const twin = new Twin({ ...sampleWorkshop(), connectors: ['a', 'b', 'c', 'd'].map(connector) });
    twin.start();
    const element = await mount('twin-connections', { twin, density: 'compact' });
    await until(() => textOf(element, '.summary').includes('lost'), 'the status');
    expect(textOf(element, '.summary')).to.equal('3 sources live, 1 lost');
    expect(element.shadowRoot?.querySelectorAll('.summary svg')).to.have.length(1);
    expect(await accessibilityProblems(element)).to.deep.equal([]);
    document.documentElement.lang = 'zh-CN';
    await until(() => textOf(element, '.summary') === '3 个数据源在线，1 个已断开', 'the Chinese words');
    element.density = 'comfortable';
    await until(() => textOf(element, '.detail') === '无法连接 wss://x', 'the detail in Chinese');
    await twin.stop();
  });

  it('says what kind of source it is where the workshop file gives no name, in both languages', async () => {
    const name = { en: 'Edge nodes' };
    const connectors = [
      { type: 'sparkplug', id: 'edge', name, bindings: [], settings: {} },
      { type: 'store', id: 'kept', bindings: [], settings: {} },
      { type: 'telepathy', id: 'odd', bindings: [], settings: {} },
    ];
    const twin = new Twin({ ...sampleWorkshop(), connectors });
    const element = await mount('twin-connections', { twin });
    const names = () =>
      [...(element.shadowRoot?.querySelectorAll('.name') ?? [])].map(({ textContent }) => textContent);
    expect(names()).to.deep.equal(['Edge nodes', 'kept Memory of the browser', 'odd']);
    document.documentElement.lang = 'zh-CN';
    await until(() => names()[1] === 'kept 浏览器存储', 'the Chinese word');
  });

  it('says in Chinese what a broker, a historian and a server refused', async () => {
    document.documentElement.lang = 'zh-CN';
    for (const [detail, chinese] of [
      ['the broker refuses user name or password', 'MQTT 服务器拒绝用户名或密码'],
      ['the broker refuses the connection with code 200', 'MQTT 服务器拒绝连接，代码 200'],
      ['https://x/api did not answer within 2.5 s', 'https://x/api 在 2.5 秒内没有应答'],
      ['https://x/api cannot be reached: timed out', '无法连接 https://x/api：timed out'],
      ['the historian says: no such bucket', '历史数据库返回错误：no such bucket'],
    ]) {
      const twin = twinWith(async (context) => {
        context.status({ state: 'failed', detail });
        await context.wait(100_000);
      });
      const element = await mount('twin-connections', { twin });
      await until(() => textOf(element, '.detail') === chinese, chinese);
      element.remove();
      await twin.stop();
    }
  });

  it('says that the reader may not see the sources', async () => {
    const element = await mount('twin-connections', { twin: new Twin(sampleWorkshop()), locked: true });
    expect(element.shadowRoot?.textContent?.trim()).to.equal('No permission');
  });

  it('says that there is none', async () => {
    const element = await mount('twin-connections', { twin: new Twin(sampleWorkshop()) });
    expect(textOf(element, 'p')).to.equal('The workshop file names no data source.');
  });
});
