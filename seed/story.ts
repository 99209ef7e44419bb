/** The people of the main story, by their key in `people`. */
export const story = {
  planningSecretary: 'ingrid-falkenby',
  registrarSTK: 'bengt-akerlind',
  secretaryKSAU: 'sofia-malmqvist-ek',
  registrarSN: 'amina-yusuf-lindh',
  caseOfficerSN: 'elin-sand',
  headsSN: ['karin-ek', 'henrik-ljungdal'],
  boardSecretarySN: 'maria-torstensdotter',
} as const
