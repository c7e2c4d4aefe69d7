import { giveStorageBack } from './withheld-storage.js';
// The order counts: the library is loaded after storage was withheld and, as nothing here is asynchronous, before
// any other code of the page runs.
import createClient from 'u8-mqtt/esm/web/v4.js';

giveStorageBack();

export { createClient };
