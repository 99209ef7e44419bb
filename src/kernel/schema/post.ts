/** The tables of `post`, made from the database by `test/write-schema.ts`; not edited by hand. */

export interface PostTables {
  'post.digests': {
    person_id: string
    told_until: Date
  }
}
