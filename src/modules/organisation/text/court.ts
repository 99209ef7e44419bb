/** The words of the court of appeal. */

import { words } from '../../../kernel/words.ts'

export const courtText = words(
  {
    title: 'Överklagande av beslut att inte lämna ut',
    lead: 'Kommunens beslut att inte lämna ut en handling överklagas till kammarrätten. Den här föreslås i besluten.',
    label: 'Kammarrätt',
    wrong: 'Välj en kammarrätt i listan.',
    saved: 'Kammarrätten är ändrad för nya beslut.',
    names: {
      goteborg: 'Kammarrätten i Göteborg',
      jonkoping: 'Kammarrätten i Jönköping',
      stockholm: 'Kammarrätten i Stockholm',
      sundsvall: 'Kammarrätten i Sundsvall',
    },
  },
  {
    title: 'Appeals against a refusal to give out',
    lead: 'The municipality’s decisions not to give out a record are appealed to the administrative court of appeal. This one is proposed in the decisions.',
    label: 'Administrative court of appeal',
    wrong: 'Choose a court from the list.',
    saved: 'The court is changed for new decisions.',
    names: {
      goteborg: 'Administrative Court of Appeal in Gothenburg',
      jonkoping: 'Administrative Court of Appeal in Jönköping',
      stockholm: 'Administrative Court of Appeal in Stockholm',
      sundsvall: 'Administrative Court of Appeal in Sundsvall',
    },
  },
)
