// A mosquitto of its own for tests in a page: the one of the connectors' tests, which is compiled but not published.
export { Mosquitto } from '../../packages/connectors/dist/testing/mosquitto.js';
export { SparkplugEdgeNode } from '../../packages/connectors/dist/testing/sparkplug-edge-node.js';
