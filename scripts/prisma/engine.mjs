// Prisma's own schema engine in its WebAssembly build, over the pg driver: no native program, no download.
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum as Type } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const catalogueTypes = {
  16: Type.Boolean,
  18: Type.Character,
  20: Type.Int64,
  21: Type.Int32,
  23: Type.Int32,
  26: Type.Int64,
}

/**
 * adapter-pg 7.10 refuses Postgres' internal "char" (type 18), which the engine selects from the catalogue:
 * "Column type 'char' could not be deserialized from the database". Those few queries are read again by hand.
 */
function readCharColumns(adapter, pool) {
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    try {
      return await queryRaw(query)
    } catch (error) {
      if (error?.cause?.kind !== 'UnsupportedNativeDataType') throw error
      const { fields, rows } = await pool.query({ text: query.sql, values: query.args, rowMode: 'array' })
      return {
        columnNames: fields.map((field) => field.name),
        columnTypes: fields.map((field) => catalogueTypes[field.dataTypeID] ?? Type.Text),
        rows,
      }
    }
  }
}

/**
 * adapter-pg's own connectToShadowDb is unsafe: given a connection string it hands back the MAIN database (pg lets the
 * string win over `database`), and it drops the shadow before closing its pool.
 */
class Connections {
  provider = 'postgres'
  adapterName = '@prisma/adapter-pg'
  #url
  #open = new Set()

  constructor(url) {
    this.#url = new URL(url)
  }

  async #connect(database) {
    const url = new URL(this.#url)
    if (database) url.pathname = `/${database}`
    const pool = new pg.Pool({ connectionString: url.href, max: 1 })
    const adapter = await new PrismaPg(pool, {
      disposeExternalPool: true,
      schema: url.searchParams.get('schema') ?? undefined,
    }).connect()
    readCharColumns(adapter, pool)
    // Its own cuts the text at every semicolon, also inside a function's body or a quoted one.
    adapter.executeScript = (script) =>
      pool.query(script).then(
        () => {},
        (error) => adapter.onError(error),
      )
    const dispose = adapter.dispose.bind(adapter)
    const once = () => {
      this.#open.delete(once)
      return dispose()
    }
    this.#open.add(once)
    adapter.dispose = once
    return adapter
  }

  connect() {
    return this.#connect()
  }

  async connectToShadowDb() {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`
    const admin = await this.#connect()
    await admin.executeScript(`CREATE DATABASE "${name}" TEMPLATE template0`)
    const shadow = await this.#connect(name)
    const close = shadow.dispose
    shadow.dispose = async () => {
      await close()
      await admin.executeScript(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
      await admin.dispose()
    }
    return shadow
  }

  async end() {
    for (const dispose of [...this.#open]) await dispose()
  }
}

let loading

/**
 * One instance a process: the glue keeps views of the memory, so linking it twice corrupts both. The package's main
 * file imports "./x.wasm", which Node 20 refuses; the glue itself is exported, so it is linked by hand.
 */
function load() {
  loading ??= (async () => {
    globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) }
    const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
    const bytes = await readFile(join(dirname(glue), 'schema_engine_bg.wasm'))
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings })
    bindings.__wbg_set_wasm(instance.exports)
    instance.exports.__wbindgen_start()
    return bindings
  })()
  return loading
}

/** Opens the engine on a database. `datamodels`: pairs of path and text of the schema files, or nothing. */
export async function openEngine({ url, datamodels }) {
  const { SchemaEngine } = await load()
  const connections = new Connections(url)
  const engine = await SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(connections))
  const close = async () => {
    engine.free()
    await connections.end()
  }
  return { engine, close }
}
