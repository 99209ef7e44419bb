/** Style sheets and browser code, bundled once at start and kept in memory under names that hold the hash of their content. */

import { build, type Plugin } from 'esbuild'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { logoFile } from './logo.ts'

export type Asset = {
  readonly bytes: Uint8Array
  readonly type: string
  readonly gzip?: Uint8Array
  readonly brotli?: Uint8Array
}

/** `files` by address ('/assets/app-3FQZ….css'); `href('app.css')` gives the address. Content never changes under an address. */
export type Assets = {
  readonly files: ReadonlyMap<string, Asset>
  href(name: string): string
}

const source = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

const entryPoints = {
  app: join(source, 'kernel', 'ui', 'styles', 'app.css'),
  main: join(source, 'browser', 'main.ts'),
  beside: join(source, 'browser', 'beside.ts'),
  editor: join(source, 'browser', 'editor.ts'),
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/speculationrules+json',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Bundles app.css, main.js, beside.js and editor.js, with the fonts and pictures they use. Throws if the sources do not compile. */
export async function buildAssets(): Promise<Assets> {
  const built = await build({
    entryPoints,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    outdir: '/assets',
    outbase: source,
    publicPath: '/assets',
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.svg': 'file' },
    target: ['chrome123', 'firefox128', 'safari17.5'],
    logLevel: 'silent',
    plugins: [picturesAsFiles],
  })
  const files = await Promise.all(
    built.outputFiles.map(async ({ path, contents }) => [address(path), await asset(path, contents)] as const),
  )
  return assetsFrom(
    new Map([...files, await named('icon.svg', logoFile()), await named('speculation.json', speculation)]),
  )
}

/**
 * Pages are fetched while the pointer rests on their link. The server sends this file's address in the header
 * `Speculation-Rules`; the browser does the rest, also for pages that may not be stored. A GET never changes anything.
 */
const speculation = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          { not: { href_matches: ['/*.*', '/api/*', '/assets/*'] } },
          { not: { selector_matches: '[download], [target], [data-no-prefetch]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
})

async function named(name: string, content: string): Promise<readonly [string, Asset]> {
  const bytes = Buffer.from(content)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8).toUpperCase()
  const path = `/assets/${name.replace('.', `-${hash}.`)}`
  return [path, await asset(path, bytes)]
}

function address(path: string): string {
  return `/assets/${basename(path)}`
}

function assetsFrom(files: ReadonlyMap<string, Asset>): Assets {
  const byName = new Map([...files.keys()].map((path) => [basename(path).replace(/-[A-Z0-9]{8}(?=\.)/, ''), path]))
  return {
    files,
    href: (name) => {
      const path = byName.get(name)
      if (path === undefined) throw new Error(`There is no asset called ${name}: ${[...byName.keys()].join(', ')}`)
      return path
    },
  }
}

const squeezeGzip = promisify(gzip)
const squeezeBrotli = promisify(brotliCompress)

async function asset(path: string, bytes: Uint8Array): Promise<Asset> {
  const type = types[extname(path)] ?? 'application/octet-stream'
  if (type.startsWith('font/')) return { bytes, type }
  const [zipped, brotli] = await Promise.all([
    squeezeGzip(bytes, { level: 7 }),
    squeezeBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  ])
  return { bytes, type, gzip: zipped, brotli }
}

/**
 * The design system draws its small symbols from data: addresses in its sheets. They become files of ours, so that the
 * content security policy needs no exception for them.
 */
const picturesAsFiles: Plugin = {
  name: 'pictures-as-files',
  setup(builder) {
    const pictures = new Map<string, string>()
    builder.onLoad({ filter: /designsystemet-css[\\/].*\.css$/ }, async ({ path }) => {
      const sheet = await readFile(path, 'utf8')
      const contents = sheet.replaceAll(
        /url\("data:image\/svg\+xml;charset=utf-8,([^"]+)"\)/g,
        (_, encoded: string) => {
          const svg = decodeURIComponent(encoded)
          const name = `symbol-${createHash('sha256').update(svg).digest('hex').slice(0, 8)}.svg`
          pictures.set(name, svg)
          return `url("picture:${name}")`
        },
      )
      return { contents, loader: 'css' }
    })
    builder.onResolve({ filter: /^picture:/ }, ({ path }) => ({
      path: path.slice('picture:'.length),
      namespace: 'picture',
    }))
    builder.onLoad({ filter: /.*/, namespace: 'picture' }, ({ path }) => ({
      contents: pictures.get(path) ?? '',
      loader: 'file',
    }))
  },
}
