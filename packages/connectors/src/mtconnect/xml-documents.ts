export { readProbe } from './probe-document.js';
export { readStreams } from './streams-document.js';
