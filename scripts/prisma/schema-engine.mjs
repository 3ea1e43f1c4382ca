#!/usr/bin/env node
// Stands in for Prisma's native schema-engine, which would have to be downloaded: the same JSON-RPC on stdin and
// stdout, answered by the WebAssembly build. prisma.mjs points PRISMA_SCHEMA_ENGINE_BINARY here.
import { readFile, stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { openEngine } from './engine.mjs'

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datasource: { type: 'string' },
    datamodels: { type: 'string', multiple: true },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
  },
})
const url = JSON.parse(flags.datasource ?? '{}').url || process.env.DATABASE_URL

async function query(connectionString, text) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

function target() {
  const admin = new URL(url)
  const database = decodeURIComponent(admin.pathname.slice(1)) || 'postgres'
  admin.pathname = '/postgres'
  return { admin: admin.href, database, quoted: `"${database.replaceAll('"', '""')}"` }
}

/** The driver's error in the words and codes that the Prisma command line knows. */
function explain(error) {
  if (error.error_code || !error.code) return { message: error.message, error_code: error.error_code }
  const { hostname, port } = new URL(url)
  const where = `\`${hostname}:${port || 5432}\``
  if (error.code === '3D000')
    return { error_code: 'P1003', message: `Database \`${target().database}\` does not exist` }
  if (error.code === 'ECONNREFUSED' || error.code === 'ENOTFOUND' || error.name === 'AggregateError')
    return {
      error_code: 'P1001',
      message: `Can't reach database server at ${where}\n\nPlease make sure your database server is running at ${where}.`,
    }
  if (error.code === '28P01' || error.code === '28000') return { error_code: 'P1000', message: error.message }
  return { error_code: error.code, message: error.message }
}

const commands = {
  'can-connect-to-database': () => query(url, 'select 1'),
  'create-database': () => query(target().admin, `CREATE DATABASE ${target().quoted}`),
  'drop-database': () => query(target().admin, `DROP DATABASE IF EXISTS ${target().quoted} WITH (FORCE)`),
}

async function answerCommand(name) {
  try {
    await commands[name]()
    process.exit(0)
  } catch (error) {
    const fields = explain(error)
    process.stderr.write(
      `\n${JSON.stringify({ timestamp: new Date().toISOString(), level: 'ERROR', fields, target: 'schema_engine::logger' })}\n`,
    )
    process.exit(1)
  }
}

async function schemaFiles() {
  const files = []
  for (const path of flags.datamodels ?? [])
    if ((await stat(path)).isFile()) files.push([path, await readFile(path, 'utf8')])
  return files.length ? files : undefined
}

let opened
const engine = async () => {
  opened ??= openEngine({ url, datamodels: await schemaFiles() })
  return (await opened).engine
}
const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

const methods = {
  async createDatabase() {
    await commands['create-database']()
    return { databaseName: target().database }
  },
  async getDatabaseVersion() {
    return (await engine()).version()
  },
  // The native engine prints by calling back; the WebAssembly one returns the text.
  async diff(params) {
    const { exitCode, stdout } = await (await engine()).diff(params)
    if (stdout !== null && stdout !== undefined)
      send({ id: `print-${Date.now()}`, method: 'print', params: { content: stdout } })
    return { exitCode, stdout: null }
  },
}

// The engine's cache of the shadow schema is filled by devDiagnostic only: fill it for a call that comes without one.
let diagnosed = false
async function call(method, params) {
  if (methods[method]) return methods[method](params)
  const { migrationsList, filters } = params ?? {}
  if (!diagnosed && (method === 'createMigration' || method === 'evaluateDataLoss'))
    await (await engine()).devDiagnostic({ migrationsList, filters })
  diagnosed ||= ['devDiagnostic', 'createMigration', 'evaluateDataLoss'].includes(method)
  return (await (await engine())[method](params)) ?? null
}

async function answer({ id, method, params }) {
  try {
    send({ id, result: await call(method, params) })
  } catch (error) {
    const { message, error_code } = explain(error)
    send({
      id,
      error: {
        code: 4466,
        message: 'An error happened. Check the data field for details.',
        data: { is_panic: false, message, meta: error.meta ?? null, error_code },
      },
    })
  }
}

function answerLines() {
  let queue = Promise.resolve()
  const lines = createInterface({ input: process.stdin })
  lines.on('line', (line) => {
    const request = JSON.parse(line)
    // Without a method it is the answer to our own "print".
    if (request.method) queue = queue.then(() => answer(request))
  })
  lines.on('close', () =>
    queue
      .then(async () => (await opened)?.close())
      .catch(() => {})
      .finally(() => process.exit(0)),
  )
}

if (positionals[0] === 'cli') await answerCommand(positionals[1])
else answerLines()
