const count = 8000;
const head =
  '<?xml version="1.0" encoding="UTF-8"?><MTConnectStreams xmlns="urn:mtconnect.org:MTConnectStreams:1.7" xmlns:x="urn:example"><Header creationTime="2026-01-01T00:00:00Z" sender="a" instanceId="1" version="1.7" bufferSize="131072" nextSequence="8001" firstSequence="1" lastSequence="8000"/><Streams><DeviceStream name="M1" uuid="m1"><ComponentStream component="Linear" name="X" componentId="x1">';
const tail = '</ComponentStream></DeviceStream></Streams></MTConnectStreams>';

const timeOf = (index) => `2026-01-01T00:00:${String(index % 60).padStart(2, '0')}.123456Z`;

/** The document that all rows read, with ASCII only, as agents write it. */
export function documentOf(kind) {
  return kind === 'alike' ? alike() : mixed();
}

function alike() {
  let samples = '';
  for (let index = 0; index < count; index++) {
    const value = (index * 1.2345).toFixed(4);
    samples += `<Position dataItemId="x${index % 50}" timestamp="${timeOf(index)}" sequence="${index + 1}" subType="ACTUAL" name="Xpos">${value}</Position>`;
  }
  return `${head}<Samples>${samples}</Samples>${tail}`;
}

/** Everything that an observation may look like, in lines as an agent writes them when it is asked to. */
const kinds = [
  (about, index) => `<Position ${about} subType="ACTUAL">${index}</Position>`,
  (about, index) => `<Load ${about} name="S&amp;L">${index}</Load>`,
  (about) => `<Execution ${about}>ACTIVE</Execution>`,
  (about) => `<x:Motion ${about}>A &lt; B</x:Motion>`,
  (about, index) => `<Program ${about}><![CDATA[<${index}>]]></Program>`,
  (about) => `<Message ${about}/>`,
  (about, index) => `<Position ${about} subType="COMMANDED">${index}</Position>`,
];

function mixed() {
  let samples = '';
  let conditions = '';
  for (let index = 0; index < count; index++) {
    const about = `dataItemId="x${index % 50}" timestamp="${timeOf(index)}" sequence="${index + 1}"`;
    if (index % 8 === 7)
      conditions += `\n<Fault ${about} type="SYSTEM" nativeCode="${index % 9}">Low oil</Fault>`;
    else samples += `\n${kinds[index % 8](about, index)}`;
  }
  return `${head}<Samples>${samples}</Samples><Condition>${conditions}</Condition>${tail}`;
}
