/** Backup, restore, and the files that the rows of the store claim. */

export { claims, countClaims, faultOf, looseFiles, type Claim, type FileFault } from './claims.ts'
export { readManifest, type BackupFault, type Manifest } from './manifest.ts'
export { BackupInTheWay, takeBackup, type BackupProgress } from './take.ts'
export {
  BackupDamaged,
  checkedManifest,
  OtherVersion,
  restoreBackup,
  StoreNotEmpty,
  type RestoreProgress,
} from './restore.ts'
