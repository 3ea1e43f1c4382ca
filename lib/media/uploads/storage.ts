import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { S3mini } from 's3mini'
import { config } from '@/lib/config'
import { keep, readKept } from '@/lib/media/files/kept'
import { isPictureFile, typeOfFile } from '@/lib/values/picture'

/** Where the bytes of pictures lie. Names are random hex with a size and an ending: nothing a person typed. */
export type Storage = {
  put(name: string, bytes: Buffer): Promise<void>
  /** Null where there is none. */
  get(name: string): Promise<Buffer | null>
  /** What is not there counts as removed. */
  remove(names: string[]): Promise<void>
  /** The pictures' files that were written before then. */
  olderThan(time: Date): Promise<string[]>
}

/** Files in a folder. */
export const folderStorage = (folder: string): Storage => ({
  put: (name, bytes) => keep(folder, name, bytes),
  get: (name) => readKept(folder, name),
  remove: async (names) => {
    for (const name of names) await rm(join(/*turbopackIgnore: true*/ folder, name), { force: true })
  },
  olderThan: async (time) => {
    const old: string[] = []
    for (const name of await namesIn(folder)) {
      const { mtime } = await stat(join(/*turbopackIgnore: true*/ folder, name))
      if (mtime < time) old.push(name)
    }
    return old
  },
})

type Bucket = { endpoint: string; accessKeyId: string; secretAccessKey: string; region: string }

/** A bucket of anything that speaks S3; `endpoint` ends with the bucket's name. */
export function bucketStorage(bucket: Bucket): Storage {
  const s3 = new S3mini(bucket)
  return {
    put: async (name, bytes) => {
      await s3.putObject(name, bytes, typeOfFile(name))
    },
    get: async (name) => {
      const found = await s3.getObjectArrayBuffer(name)
      return found && Buffer.from(found)
    },
    remove: async (names) => {
      for (const name of names) await s3.deleteObject(name)
    },
    olderThan: async (time) => {
      const all = (await s3.listObjects()) ?? []
      return all
        .filter(({ Key, LastModified }) => isPictureFile(Key) && new Date(LastModified) < time)
        .map(({ Key }) => Key)
    },
  }
}

let known: Storage | undefined

/** The storage that is configured: a bucket, else a folder under the data folder. */
export function storage(): Storage {
  const { S3_ENDPOINT: endpoint, S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: key, S3_REGION: region } = config()
  known ??=
    endpoint && id && key
      ? bucketStorage({ endpoint, accessKeyId: id, secretAccessKey: key, region })
      : folderStorage(`${config().DATA_DIR}/media`)
  return known
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter(isPictureFile)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
