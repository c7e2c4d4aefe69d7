import { openDB } from 'idb';
import type { Stretch } from './stretch.js';

/** What a page kept before it was loaded anew. */
export interface Kept {
  /** In the order in which they were heard. */
  readonly stretches: readonly Stretch[];
  /** Until when the page heard its sources, in milliseconds; `undefined`: never. */
  readonly heard: number | undefined;
}

/** The database of one workshop in the browser. */
export interface Database {
  /** What is kept, without what ended before a time. */
  read(since: number): Promise<Kept>;
  /** Adds a stretch, if there is one, and notes until when the sources were heard. */
  write(stretch: Stretch | undefined, heard: number): Promise<void>;
  /** Drops what ended before a time. */
  forget(before: number): Promise<void>;
  close(): void;
}

/** Opens the database with a name, or makes it. @throws if the browser keeps nothing */
export async function openDatabase(name: string): Promise<Database> {
  const database = await openDB(name, 1, {
    upgrade(made) {
      made.createObjectStore('stretches', { autoIncrement: true }).createIndex('to', 'to');
      made.createObjectStore('heard');
    },
    // Another tab with a newer version wants to change the form: it may.
    blocking: () => database.close(),
  });
  return {
    async read(since) {
      const all = (await database.getAll('stretches')) as Stretch[];
      const heard = (await database.get('heard', 'last')) as number | undefined;
      return { stretches: all.filter(({ to }) => to >= since), heard };
    },
    async write(stretch, heard) {
      const transaction = database.transaction(['stretches', 'heard'], 'readwrite', {
        durability: 'relaxed',
      });
      if (stretch) void transaction.objectStore('stretches').add(stretch);
      void transaction.objectStore('heard').put(heard, 'last');
      await transaction.done;
    },
    async forget(before) {
      const transaction = database.transaction('stretches', 'readwrite');
      const range = IDBKeyRange.upperBound(before, true);
      for await (const cursor of transaction.store.index('to').iterate(range)) void cursor.delete();
      await transaction.done;
    },
    close: () => database.close(),
  };
}
