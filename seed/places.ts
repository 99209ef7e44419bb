import type { Area, Theme } from './types.ts'

/** Areas to choose from in an answer: the parts of the city and the places that earlier programmes named. */
export const areas: readonly Area[] = [
  { key: 'hela-staden', name: 'Hela staden', code: '1280' },
  { key: 'innerstaden', name: 'Stadsområde Innerstaden', code: 'SO1' },
  { key: 'norr', name: 'Stadsområde Norr', code: 'SO2' },
  { key: 'soder', name: 'Stadsområde Söder', code: 'SO3' },
  { key: 'vaster', name: 'Stadsområde Väster', code: 'SO4' },
  { key: 'oster', name: 'Stadsområde Öster', code: 'SO5' },
  { key: 'rosengard', name: 'Rosengård', code: 'SD08' },
  { key: 'herrgarden', name: 'Herrgården', code: '1280R028' },
  { key: 'ortagarden', name: 'Örtagården', code: '1280R087' },
  { key: 'persborg', name: 'Persborg-Törnrosen', code: '1280R056' },
  { key: 'lindangen', name: 'Lindängen', code: '1280R045' },
  { key: 'nydala', name: 'Nydala', code: '1280R053' },
  { key: 'hermodsdal', name: 'Hermodsdal', code: '1280R027' },
  { key: 'augustenborg', name: 'Augustenborg', code: '1280R005' },
  { key: 'holma-kroksback', name: 'Holma-Kroksbäck', code: '1280R031' },
  { key: 'bellevuegarden', name: 'Bellevuegården', code: '1280R007' },
  { key: 'seved', name: 'Södra Sofielund/Seved', code: '1280R072' },
  { key: 'mollevangen', name: 'Möllevången', code: '1280R049' },
  { key: 'segevang', name: 'Segevång', code: '1280R063' },
  { key: 'kirseberg', name: 'Kirseberg', code: 'SD10' },
  { key: 'oxie', name: 'Oxie', code: 'SD07' },
  { key: 'almgarden', name: 'Almgården', code: '1280R037' },
]

export const themes: readonly Theme[] = [
  { key: 'trygghet', name: 'Trygghet' },
  { key: 'skolresultat', name: 'Skolresultat' },
  { key: 'boende', name: 'Boende' },
  { key: 'arbete', name: 'Arbete och försörjning' },
  { key: 'demokrati', name: 'Demokrati och delaktighet' },
  { key: 'tidiga-insatser', name: 'Tidiga insatser' },
  { key: 'unga', name: 'Barns och ungas fria tid' },
  { key: 'halsa', name: 'Jämlik hälsa' },
  { key: 'tillganglighet', name: 'Tillgänglighet' },
  { key: 'stadsmiljo', name: 'Stadsmiljö och mötesplatser' },
  { key: 'sprak', name: 'Språk' },
  { key: 'kultur', name: 'Kultur och läsning' },
]
