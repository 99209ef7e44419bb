/** Import, verification, backup and restore, in words. */

import { words } from '../../../kernel/words.ts'

const stages = {
  board: 'nämnder',
  officer: 'handläggare',
  series: 'nummerserier',
  cases: 'ärenden',
  document: 'handlingar',
  ledger: 'historik',
  files: 'filer',
  check: 'kontroll',
  tables: 'tabeller',
  index: 'sökning',
  promises: 'regler',
} as const

export const text = words(
  {
    verbs: {
      importRegistry: 'för över ett annat systems diarium (CSV) hit; kan avbrytas och göras om',
      verify: 'kontrollera kedjor, nummer, filer och markeringar; slutkod 1 om något är fel',
      backup: 'ta en säkerhetskopia i en ny mapp, medan andra arbetar',
      restore: 'lägg tillbaka en säkerhetskopia i en tom databas, eller i en ny datamapp med --into',
    },
    stage: stages,
    progress: (what: string, done: string, perSecond: string) => `${what}: ${done}, ${perSecond}/s`,
    left: (clock: string) => `klart om ${clock}`,
    oneFolder: 'Ange en mapp.',
    badSource: '--source ska vara 1–60 tecken.',
    passedOver: (files: string) => `Läses inte: ${files}. Remisser i ett annat system är inga handlingar.`,
    noReport: (file: string) => `Rapporten går inte att skriva till ${file}. Ange --report FIL.`,
    noCase: (number: string) => `Inget ärende har nummer ${number}.`,
    inTheWay: (folder: string) => `${folder} finns redan. Ange en mapp som inte finns.`,
    damaged: {
      missing: (path: string) => `${path} saknas.`,
      size: (path: string) => `${path} har fel längd.`,
      changed: (path: string) => `${path} är ändrad.`,
      unreadable: (path: string) => `${path} går inte att läsa.`,
    },
    more: (count: string) => `… och ${count} till.`,
    notEmpty: 'Databasen är inte tom. Ange en annan datamapp med --into, eller en tom databas med DATABASE_URL.',
    otherVersion: (migration: string) =>
      `Säkerhetskopian och databasen hör inte till samma version (${migration}). Använd en nyare version av Kraftsam.`,
  },
  {
    verbs: {
      importRegistry: "bring another system's registry (CSV) here; may be broken off and done again",
      verify: 'check chains, numbers, files and markings; exit code 1 if anything is wrong',
      backup: 'take a backup in a new folder, while others work',
      restore: 'put a backup back in an empty database, or in a new data folder with --into',
    },
    stage: {
      board: 'boards',
      officer: 'officers',
      series: 'series',
      cases: 'cases',
      document: 'records',
      ledger: 'ledger',
      files: 'files',
      check: 'check',
      tables: 'tables',
      index: 'search',
      promises: 'rules',
    },
    progress: (what: string, done: string, perSecond: string) => `${what}: ${done}, ${perSecond}/s`,
    left: (clock: string) => `done in ${clock}`,
    oneFolder: 'Name a folder.',
    badSource: '--source must be 1–60 characters.',
    passedOver: (files: string) => `Not read: ${files}. Referrals of another system are no records.`,
    noReport: (file: string) => `The report cannot be written to ${file}. Give --report FILE.`,
    noCase: (number: string) => `No case has the number ${number}.`,
    inTheWay: (folder: string) => `${folder} is there already. Name a folder that is not.`,
    damaged: {
      missing: (path: string) => `${path} is missing.`,
      size: (path: string) => `${path} has the wrong length.`,
      changed: (path: string) => `${path} has been changed.`,
      unreadable: (path: string) => `${path} cannot be read.`,
    },
    more: (count: string) => `… and ${count} more.`,
    notEmpty:
      'The database is not empty. Give another data folder with --into, or an empty database with DATABASE_URL.',
    otherVersion: (migration: string) =>
      `The backup and the database do not belong to the same version (${migration}). Use a newer version of Kraftsam.`,
  },
)
