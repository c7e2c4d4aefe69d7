// A WebSocket server for tests in a page: the one of the connectors' tests, which is compiled but not published.
export { socketServer } from '../../packages/connectors/dist/testing/socket-server.js';
