import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readMachineTable } from './machine-table.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readMachineTable(bytes(text));

suite('readMachineTable()', () => {
  test('reads machines with line, workshop and nameplate from English heads in any order', () => {
    const { equipment, topics, mistakes } = read(
      'Line,Name,ID,Type,Area,Manufacturer,Model,Serial number,Rated power (kW),Ideal cycle (s),Topic\n' +
        'Line A,Press 1,press-01,press,Hall 3,Acme,P 400,400-0017,75,12.5,plant/a/press1/#\n' +
        'Line A,Lathe 2,,CNC lathe,Hall 3,,,,,,\n',
    );
    assert.deepEqual(mistakes, []);
    assert.deepEqual(equipment, [
      { id: 'hall-3', name: 'Hall 3', level: 'area' },
      { id: 'line-a', name: 'Line A', level: 'workCenter', parent: 'hall-3' },
      {
        id: 'press-01',
        name: 'Press 1',
        level: 'workUnit',
        type: 'press',
        parent: 'line-a',
        ratedPower: 75,
        idealCycle: 12.5,
        manufacturer: 'Acme',
        modelName: 'P 400',
        serialNumber: '400-0017',
      },
      { id: 'lathe-2', name: 'Lathe 2', level: 'workUnit', type: 'lathe', parent: 'line-a' },
    ]);
    assert.deepEqual([...topics], [['press-01', 'plant/a/press1']]);
  });

  test('reads Chinese heads, types and units; machines without an id are numbered, those with one keep it', () => {
    const { equipment, mistakes } = read(
      '设备名称;编号;类型;产线;车间;厂家;型号;序列号;额定功率（W）;节拍/分钟\n' +
        '一号冲床;;冲床;一线;冲压车间;济南二机;J39;A-7;55000;0.2\n' +
        '二号车床;CK-6150;数控车床;一线;冲压车间;;;;;\n',
    );
    assert.deepEqual(mistakes, []);
    assert.deepEqual(
      equipment.map(({ id, name, type, parent, ratedPower, idealCycle }) => [
        id,
        name,
        type,
        parent,
        ratedPower,
        idealCycle,
      ]),
      [
        ['area-01', '冲压车间', undefined, undefined, undefined, undefined],
        ['line-01', '一线', undefined, 'area-01', undefined, undefined],
        ['machine-01', '一号冲床', 'press', 'line-01', 55, 12],
        ['CK-6150', '二号车床', 'lathe', 'line-01', undefined, undefined],
      ],
    );
  });

  test('reads what Excel saves in China: GBK', () => {
    // 名称,类型 / 三号磨床,磨床 in GBK.
    const gbk = Uint8Array.from([
      0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xc0, 0xe0, 0xd0, 0xcd, 0x0d, 0x0a, 0xc8, 0xfd, 0xba, 0xc5, 0xc4, 0xa5,
      0xb4, 0xb2, 0x2c, 0xc4, 0xa5, 0xb4, 0xb2, 0x0d, 0x0a,
    ]);
    assert.deepEqual(readMachineTable(gbk).equipment, [
      { id: 'machine-01', name: '三号磨床', level: 'workUnit', type: 'grinder' },
    ]);
  });

  test('reads what Excel saves in the West, and UTF-16 with its mark', () => {
    const western = Uint8Array.from([...bytes('name\nFr'), 0xe4, ...bytes('se 3\n')]);
    assert.deepEqual(
      readMachineTable(western).equipment.map(({ id, name }) => [id, name]),
      [['frase-3', 'Fräse 3']],
    );
    const utf16 = new Uint8Array(Buffer.from('\uFEFFname\ttype\n泵 1\tpump\n', 'utf16le'));
    assert.deepEqual(
      readMachineTable(utf16).equipment.map(({ name, type }) => [name, type]),
      [['泵 1', 'pump']],
    );
  });

  test('understands a byte order mark, tabs, quotes with separators, quotes and line ends in them, and `sep=`', () => {
    const names = (text: string): unknown[] => read(text).equipment.map(({ name }) => name);
    assert.deepEqual(names('\uFEFFname\ttype\r\nA, B\tpress\r\n'), ['A, B']);
    assert.deepEqual(names('name,type\n"Press ""big"", left",press\n"two\nlines",press'), [
      'Press "big", left',
      'two\nlines',
    ]);
    assert.deepEqual(names('sep=;\nname;type\nA,B;press\n'), ['A,B']);
    assert.deepEqual(names('name,type\n\n,,\nA,press\n'), ['A']);
  });

  test('a name in both languages is kept in both', () => {
    assert.deepEqual(read('名称,英文名\n冲床,Press 1\n').equipment, [
      { id: 'press-1', name: { en: 'Press 1', zh: '冲床' }, level: 'workUnit', type: 'press' },
    ]);
  });

  test('says line, column and what is allowed, and keeps the rest of the line', () => {
    const { equipment, mistakes } = read(
      'id,name,rated power kW,ideal cycle s,type,remark,x,y\n' +
        'a b,A,many,0,press,,1,\n' +
        '"c","two\nlines","1,5",3 min,teleporter,hello,1,2\n' +
        'c,C,"1,200",,,,,\n' +
        ',,5,,,,,\n',
    );
    assert.deepEqual(
      mistakes.map(({ line, column, found, allowed }) => `${line} ${column}: ${found}, ${allowed}`),
      [
        '1 F: remark, a head that is known; the column is not used',
        '2 A (id): a b, an id without blanks, / + and #; a-b is used',
        '2 C (rated power kW): many, kW above 0, e.g. 7.5',
        '2 D (ideal cycle s): 0, seconds above 0, e.g. 7.5',
        '2 G (x): 1, x and y, or neither',
        '4 E (type): teleporter, a type that has a model of its own; it is shown as a plain machine',
        '5 A (id): c, an id that no other machine has; c-2 is used',
        '5 C (rated power kW): 1,200, kW above 0, e.g. 7.5',
        '6 undefined:   5     , a name or an id',
      ],
    );
    assert.deepEqual(
      equipment.map(({ id, ratedPower, idealCycle, placement }) => [id, ratedPower, idealCycle, placement]),
      [
        ['a-b', undefined, undefined, undefined],
        ['c', 1.5, 180, { x: 1, y: 2 }],
        ['c-2', undefined, undefined, undefined],
      ],
    );
  });

  test('refuses what is no table of machines, with what is allowed', () => {
    assert.throws(() => read(''), /^RangeError: invalid heads: nothing, allowed: a column name, .*名称/);
    assert.throws(() => read('power,line\n3,A\n'), /^RangeError: invalid heads: power, line, allowed/);
    assert.throws(() => read('name\n'), /^RangeError: invalid table: no row of a machine/);
    assert.throws(() => read('name\n"A\n'), /^RangeError: line 2: a quote without an end/);
  });

  test('a type comes from the column, else from the name; of several words the last one counts', () => {
    const { equipment } = read(
      'name,type\nPump 3,\nWelding robot,\nA,robot cell\nMetallPresse,\nB,AGV 小车\nC,锅炉\nD,热处理炉\nRobotCell4,\n',
    );
    assert.deepEqual(
      equipment.map(({ type }) => type),
      ['pump', 'robot', 'robot', undefined, 'vehicle', 'boiler', 'oven', 'robot'],
    );
  });

  test('two workshops may have a line of the same name', () => {
    const { equipment } = read('name,line,area\nA,L1,Hall 1\nB,L1,Hall 2\nC,L1,Hall 1\n');
    assert.deepEqual(
      equipment.filter(({ level }) => level !== 'area').map(({ id, parent }) => [id, parent]),
      [
        ['l1', 'hall-1'],
        ['l1-2', 'hall-2'],
        ['a', 'l1'],
        ['b', 'l1-2'],
        ['c', 'l1'],
      ],
    );
  });
});
