// The bundle that lies beside the compiled modules; of what it exports this is used.
export { provideCredentials } from '@twinfloor/connectors';
