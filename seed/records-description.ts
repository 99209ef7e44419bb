/** What the service board says of its public records. Made up. */

export const recordsOfServiceBoard = {
  organisation: 'Nämnden ansvarar för stadens lokaler, lokalvård, måltider och interna tjänster.',
  technical: 'I kontaktcentret står en dator där den som vill söka i diariet får hjälp.',
  contact: 'Besök eller ring registraturen på vardagar mellan 9 och 15.',
  secrecy:
    '39 kap. 2 § OSL, uppgifter om anställdas hälsa.\n\n19 kap. 3 § OSL, anbud i en upphandling innan den är avgjord.',
  exchange: 'Uppgifter om löner lämnas varje månad till Skatteverket.',
  sale: 'Nämnden säljer inga personuppgifter.',
} as const
