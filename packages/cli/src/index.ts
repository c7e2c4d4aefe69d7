export { layOut } from './floor/layout.js';
export { type MachineTable, readMachineTable, type TableMistake } from './table/machine-table.js';
export { workshopFile, type WorkshopFileText, type WorkshopNames } from './workshop-file.js';
export { together, type WorkshopParts } from './workshop-parts.js';
export { type PageOptions, type ServedPage, servePage } from './page/server.js';
