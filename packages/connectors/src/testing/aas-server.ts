import { createHash } from 'node:crypto';
import { serve, type TestServer } from './serve.js';

/** A part of an environment in JSON. */
export type Json = Record<string, unknown>;

/** An environment as a repository serves it. */
export interface ServedEnvironment {
  readonly assetAdministrationShells?: readonly Json[];
  readonly submodels?: readonly Json[];
}

/** A repository and registry of Asset Administration Shells for tests. */
export interface AasServer extends TestServer {
  environment: ServedEnvironment;
  /** Answers to paths instead of those of the environment. */
  readonly overrides: Map<
    string,
    (query: URLSearchParams) => { readonly status: number; readonly body: string }
  >;
  /** Is called after each answer with the path. */
  onAnswer: (path: string) => void;
}

/** Lists come in pages of so many. */
const pageSize = 2;

/** Starts a repository on this machine. */
export async function aasServer(environment: ServedEnvironment): Promise<AasServer> {
  const state: { environment: ServedEnvironment; onAnswer: (path: string) => void } = {
    environment,
    onAnswer: () => {},
  };
  const overrides: AasServer['overrides'] = new Map();
  const server = await serve(({ url = '', headers }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://x');
    const override = overrides.get(pathname)?.(searchParams);
    const answer = override ?? { status: 200, body: answerTo(pathname, searchParams, state.environment) };
    const { body } = answer;
    if (body === undefined) return false;
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
    if (headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(answer.status, { 'content-type': 'application/json', etag }).end(body);
    response.on('finish', () => state.onAnswer(pathname));
    return true;
  });
  return {
    ...server,
    overrides,
    get environment() {
      return state.environment;
    },
    set environment(next) {
      state.environment = next;
    },
    get onAnswer() {
      return state.onAnswer;
    },
    set onAnswer(listener) {
      state.onAnswer = listener;
    },
  };
}

function answerTo(path: string, query: URLSearchParams, environment: ServedEnvironment): string | undefined {
  const { assetAdministrationShells: shells = [], submodels = [] } = environment;
  const [, kind, encoded, rest] = /^\/([\w-]+)(?:\/([\w-]+))?(?:\/([\w$-]+))?$/.exec(path) ?? [];
  const id = encoded && Buffer.from(encoded, 'base64url').toString();
  if (kind === 'shells' && !id) return page(shells, query);
  if (kind === 'submodels' && !id) return page(submodels, query);
  const shell = kind === 'shells' ? shells.find((one) => one['id'] === id) : undefined;
  if (shell)
    return rest === 'submodel-refs'
      ? page((shell['submodels'] ?? []) as Json[], query)
      : JSON.stringify(shell);
  const submodel = kind === 'submodels' ? submodels.find((one) => one['id'] === id) : undefined;
  if (!submodel) return undefined;
  return JSON.stringify(rest === '$value' ? valuesOf(submodel['submodelElements'] as Json[]) : submodel);
}

function page(items: readonly Json[], query: URLSearchParams): string {
  const from = Number(query.get('cursor') ?? 0);
  const next = from + pageSize;
  return JSON.stringify({
    paging_metadata: next < items.length ? { cursor: String(next) } : {},
    result: items.slice(from, next),
  });
}

/** The value-only form, of the kinds that tests use. */
function valuesOf(elements: readonly Json[] = []): Json {
  return Object.fromEntries(elements.map((element) => [element['idShort'], valueOf(element)]));
}

function valueOf({ modelType, valueType, value }: Json): unknown {
  if (modelType === 'SubmodelElementCollection') return valuesOf(value as Json[]);
  if (modelType === 'SubmodelElementList') return (value as Json[]).map(valueOf);
  return valueType === 'xs:double' && typeof value === 'string' && Number.isFinite(Number(value))
    ? Number(value)
    : value;
}
