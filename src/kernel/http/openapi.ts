/** The API's own description, OpenAPI 3.1, made from the same table that serves it. */

import { z } from 'zod'
import type { Answer, Endpoint, Route, Stream } from './route.ts'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const problem = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }
const problems = (...statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [String(status), { description: meanings[status] ?? '', ...problem }]))

const meanings: Record<number, string> = {
  401: 'Nobody is signed in',
  403: 'Not permitted',
  404: 'Does not exist, or not for this caller',
  409: 'The law or the state of the case says no; reasons are listed',
  413: 'More than is taken at once; nothing of it is kept',
  422: 'A field needs correcting; fields are named',
}

const namesIn = (path: string) => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
const templated = (path: string) => path.replace(/:(\w+)/g, '{$1}')
const pathParameters = (path: string) =>
  namesIn(path).map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))

function withoutPath(schema: Json, path: string): Json {
  const inPath = new Set(namesIn(path))
  const properties = Object.entries((schema['properties'] ?? {}) as Json).filter(([name]) => !inPath.has(name))
  const required = ((schema['required'] ?? []) as string[]).filter((name) => !inPath.has(name))
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : { required: [] }),
  }
}

const tagOf = (id: string) => [id.split('.')[0] ?? '']

function operationOf(door: Endpoint): Json {
  return {
    operationId: door.command.id,
    tags: tagOf(door.command.id),
    parameters: pathParameters(door.path),
    requestBody: {
      required: true,
      content: { 'application/json': { schema: withoutPath(schemaOf(door.command.input, 'input'), door.path) } },
    },
    responses: {
      200: { description: 'Done; what it made is named', content: { 'application/json': { schema: {} } } },
      204: { description: 'Done' },
      ...problems(401, 403, 404, 409, 413, 422),
    },
  }
}

function questionOf(door: Answer): Json {
  const json = { 'application/json': { schema: schemaOf(door.result, 'output') } }
  return readingOf(door, { description: 'The answer', content: json })
}

function streamOf(door: Stream): Json {
  return readingOf(door, { description: 'Server-sent events', content: { 'text/event-stream': { schema: {} } } })
}

function readingOf(door: Answer | Stream, answer: Json): Json {
  const inPath = new Set(namesIn(door.path))
  const schema = schemaOf(door.params, 'input')
  const query = Object.entries((schema['properties'] ?? {}) as Json)
    .filter(([name]) => !inPath.has(name))
    .map(([name, inner]) => ({ name, in: 'query', required: false, schema: inner }))
  return {
    operationId: `get${templated(door.path.replace('/api/v1', '')).replace(/[^A-Za-z]+/g, '-')}`,
    tags: [door.path.split('/')[3] ?? ''],
    parameters: [...pathParameters(door.path), ...query],
    responses: { 200: answer, ...problems(401, 403, 404) },
  }
}

const problemSchema = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'status', 'title', 'detail', 'instance'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    title: { type: 'string' },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'Correlation id' },
    errors: { type: 'object', additionalProperties: { type: 'string' } },
    reasons: { type: 'array', items: { type: 'string' } },
  },
}

const uploads = {
  post: {
    operationId: 'kernel.upload',
    tags: ['uploads'],
    requestBody: {
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object',
            properties: { files: { type: 'array', items: { type: 'string', format: 'binary' } } },
          },
        },
      },
    },
    responses: {
      201: { description: 'Ids to name in a command', content: { 'application/json': { schema: {} } } },
      ...problems(401, 413, 422),
    },
  },
}

export function openApi(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = { '/api/v1/uploads': uploads }
  for (const route of routes) {
    if (route.door === 'api') (paths[templated(route.path)] ??= {})[route.method.toLowerCase()] = operationOf(route)
    if (route.door === 'answer') (paths[templated(route.path)] ??= {})['get'] = questionOf(route)
    if (route.door === 'stream') (paths[templated(route.path)] ??= {})['get'] = streamOf(route)
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kraftsam', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  }
}
