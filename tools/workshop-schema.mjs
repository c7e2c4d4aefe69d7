// `node tools/workshop-schema.mjs`: writes the JSON Schema of the workshop file, with which an editor completes and
// checks it. The shapes are those of the valibot schema; the words beside each key are the doc comments of the types.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import typescript from 'typescript';
import { root } from './internal/root.mjs';

const model = (...path) => join(root, 'packages/core', ...path);
const target = model('dist/workshop-1.schema.json');

/** Which type tells what the keys of a schema mean; the later one where several have the key. */
const typesOfSchemas = {
  workshopSchema: ['Workshop'],
  equipmentSchema: ['Equipment'],
  placementSchema: ['Placement'],
  floorSchema: ['Floor'],
  zoneSchema: ['FloorZone'],
  aisleSchema: ['FloorAisle'],
  viewSchema: ['FloorView'],
  productSchema: ['Product'],
  calendarSchema: ['Calendar'],
  shiftSchema: ['Shift'],
  breakSchema: ['Break'],
  plannedStopSchema: ['PlannedStop'],
  energySchema: ['Energy'],
  tariffSchema: ['Tariff'],
  tariffBandSchema: ['TariffBand'],
  dayHoursSchema: ['DayHours'],
  emissionFactorSchema: ['EmissionFactor'],
  coalFactorSchema: ['CoalFactor'],
  energyBaselineSchema: ['EnergyBaseline'],
  carrierSchema: ['EnergyCarrier'],
  meterSchema: ['Meter'],
  targetsSchema: ['Targets'],
  indicatorSchema: ['Indicator'],
  indicatorBaselineSchema: ['IndicatorBaseline'],
  lossesSchema: ['Losses'],
  reasonSchema: ['Reason'],
  characteristicSchema: ['Characteristic'],
  alarmsSchema: ['AlarmSettings'],
  alarmDefinitionSchema: ['AlarmHandling', 'SignalTest', 'AlarmDefinition'],
  alarmSuppressionSchema: ['SignalTest', 'AlarmSuppression'],
  conditionRuleSchema: ['AlarmHandling', 'ConditionRule'],
  conditionPrioritiesSchema: ['ConditionPriorities'],
  severityBandSchema: ['SeverityBand'],
  alarmGroupSchema: ['AlarmGroup'],
  alarmLimitsSchema: ['AlarmLimits'],
  prioritySharesSchema: ['PriorityShares'],
  signalSchema: ['SignalDefinition'],
  requestSchema: ['RequestRules'],
  conditionZoneSchema: ['ConditionZone'],
  bindingSchema: ['Binding'],
  payloadSchema: ['MqttPayload'],
  ownConnectorSchema: ['ConnectorSettings'],
};

/** The files that say what the parts of a workshop file mean. */
export const workshopTypes = ['workshop-types', 'alarm-types', 'energy-types', 'figure-types', 'floor-types'];

/** The files of the connector types. The entry of a type, `MqttEntry`, says what the keys of its `mqttSchema` mean. */
export function connectorFiles() {
  const names = readdirSync(model('src/model/connectors')).map((name) => name.replace(/\.ts$/, ''));
  return names.map((name) => `connectors/${name}`);
}

/** The JSON Schema of the workshop file, from what `tsc` has made of core. */
export async function workshopJsonSchema() {
  const connectors = connectorFiles();
  const parts = [
    'workshop-schema',
    'alarm-schema',
    'energy-schema',
    'figure-schema',
    'floor-schema',
    ...connectors,
  ];
  const modules = await Promise.all(
    parts.map((name) => import(pathToFileURL(model('dist/model', `${name}.js`)).href)),
  );
  const schemas = Object.assign({}, ...modules);
  const comments = docComments([...workshopTypes, ...connectors, 'signal']);
  const words = new Map();
  for (const [name, types] of Object.entries(typesOfSchemas)) {
    words.set(schemas[name], Object.assign({}, ...types.map((type) => comments[type])));
  }
  for (const [type, entry] of Object.entries(comments).filter(([name]) => /Entry$/.test(name))) {
    const schema = schemas[`${type[0].toLowerCase()}${type.slice(1, -'Entry'.length)}Schema`];
    if (schema) words.set(schema, { ...comments.ConnectorSettings, ...entry });
  }
  const schema = toJsonSchema(schemas.workshopSchema, {
    typeMode: 'input',
    definitions: { connector: schemas.anyConnectorSchema },
    // What a check in code wants (that a time zone exists) has no form in JSON Schema.
    errorMode: 'ignore',
    overrideSchema: ({ valibotSchema, jsonSchema }) => described(jsonSchema, words.get(valibotSchema)),
  });
  schema.properties.$schema.description = 'Address of this schema, for editors.';
  return { $id: 'https://twinfloor.dev/schema/workshop-1.json', title: 'Twinfloor workshop file', ...schema };
}

function described(jsonSchema, words) {
  if (!jsonSchema.properties || !words) return jsonSchema;
  const properties = Object.entries(jsonSchema.properties).map(([key, property]) => {
    const description = words[key] ?? (key === '$schema' ? '' : undefined);
    if (description === undefined) throw new Error(`the key ${key} has no doc comment in its type`);
    return [key, { description, ...property }];
  });
  return { ...jsonSchema, properties: Object.fromEntries(properties) };
}

/** The doc comments of the properties of all interfaces in some files of the model, by interface and property. */
function docComments(names) {
  const comments = {};
  for (const name of names) {
    const path = model('src/model', `${name}.ts`);
    const source = typescript.createSourceFile(
      path,
      readFileSync(path, 'utf8'),
      typescript.ScriptTarget.ES2022,
      true,
    );
    for (const type of source.statements.filter(typescript.isInterfaceDeclaration)) {
      const documented = type.members.filter((member) => member.jsDoc?.length > 0);
      comments[type.name.text] = Object.fromEntries(
        documented.map((member) => [member.name.text, plain(member.jsDoc.at(-1).comment)]),
      );
    }
  }
  return comments;
}

function plain(comment) {
  return typescript.getTextOfJSDocComment(comment).replace(/\s+/g, ' ').trim();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(target, `${JSON.stringify(await workshopJsonSchema(), undefined, 2)}\n`);
}
