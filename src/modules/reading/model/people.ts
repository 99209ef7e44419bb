/** Telling a person's name from a role, a unit and everything else that stands with capitals in the head of a memo. */

const notNames =
  /(?:nämnd|styrelse|förvaltning|kontor|kommun|stad|region|avdelning|enhet|utskott|fullmäktige|beredning|skrivelse|utlåtande|förslag|datum|nummer|sektor|staben|bolag|beslut|remiss|motion|yttrande|rapport|program|plan|budget|bilaga|ärende|uppdrag|svar|referens|sammanfattning|bakgrund|kansli|gruppen|revision|protokoll|telefon|adress|medborgarförslag|underlag|detaljplan|redovisning|riktlinjer|policy|översyn|uppföljning|ansökan|taxa|avgift|handling|samråd|skola|råd|akt|väg|gata|torg|plats)(?:en|et|n|t|s|ens|ets|er|erna|ar|or)?$/iu
const nameWord = /^\p{Lu}[\p{Ll}]{1,}(?:[-’'´]?\p{Lu}\p{Ll}+)*$/u
const particle = /^(?:von|af|de|van|der|la|al|el|den|di|da)$/i

/** Two to four words with capitals, none of which is a word of administration. "Gun Tallberg Ek" is; "Tekniska nämnden" is not. */
export function isName(words: string): boolean {
  const parts = words
    .replace(/[,;:]+$/, '')
    .replace(/\s*\([A-ZÅÄÖ]{1,3}\)$/, '')
    .split(' ')
  if (parts.length < 2 || parts.length > 5) return false
  if (isRole(words)) return false
  return parts.every(
    (part, place) =>
      (nameWord.test(part) && !notNames.test(part)) ||
      (place > 0 && place < parts.length - 1 && particle.test(part)) ||
      (place > 0 && place < parts.length - 1 && /^\p{Lu}\.$/u.test(part)),
  )
}

const roleEnding =
  '(?:chef(?:en)?|direktör(?:en)?|sekreterare|handläggare|utredare|samordnare|ingenjör|strateg|controller|ekonom|jurist|planerare|arkitekt|koordinator|konsult|ledare|inspektör|rådgivare|specialist|kurator|pedagog|rektor|registrator|assistent|administratör|analytiker|utvecklare|expert|ombud|kommunikatör|antikvarie|bibliotekarie|mätare|sköterska|socionom|kanslist|revisor|geograf|ekolog|vetare|logoped|psykolog|arkivarie|föreståndare|sakkunnig|författare|ansvarig|förvaltare|projektör|upphandlare|mäklare|sekr\\.|notarie|producent|intendent|generalist|partner|konservator|statistiker|forskare|hydrolog|geolog|kemist|agronom|landskapsarkitekt|dietist|terapeut|tjänsteman|tjänsteperson|tandläkare|läkare|borgmästare|kommunalråd|medarbetare|lots)'
const roleFirst = new RegExp(
  `^(?:(?:tf|t\\.f\\.|bitr\\.?|biträdande|vik\\.?|vikarierande|tillförordnad|vice|ställföreträdande|stf\\.?) )?[\\p{L}/-]*${roleEnding}(?:n|en)?(?![\\p{L}])`,
  'iu',
)
const roleLast = new RegExp(`(?:^|[\\s/-])[\\p{L}-]*${roleEnding}$`, 'iu')

/** A title of office: "Enhetschef, GK", "tf stadsdirektör", "chef för kvalitets och utvecklingsavdelningen", "HR-strateg". */
export function isRole(words: string): boolean {
  if (
    words.length > 110 ||
    words.split(' ').length > 12 ||
    /[.!?:]$/.test(words) ||
    /^(?:svar|remiss|motion|förslag|yttrande|uppdrag|ansvarig för)(?![\p{L}\d])/iu.test(words)
  )
    return false
  if (roleFirst.test(words)) return true
  return words.split(' ').length <= 5 && roleLast.test(words)
}

export const emailPattern = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/u
export const maskedEmail =
  /\[(?:email|e-post|epost|mail)[^\]]{0,30}\]|\(?e-?post(?:adress)? (?:dold|borttagen|maskerad)\)?/iu
export const phonePattern =
  /(?:(?:tfn|tel|telefon|mobil|tele|direkt(?:nr|telefon)?|växel|vx)[.:]?\s*)?(?<![\d/-])(?:\+46[ (0)-]{0,5}|0)\d{1,3}[ /–-]{1,3}\d{2,3}(?:[ -]?\d{2,3}){1,2}(?!\d)|(?:tfn|tel|telefon|mobil)[.:]?\s+\d[\d -]{3,14}\d/iu

export type Person = { readonly name: string; readonly role: string | null }

/** "Louise Strand, servicedirektör", "Förvaltningschef Anna Berg", "Anna Berg (enhetschef)", "Anna Berg enhetschef". Null if it is no person. */
export function personIn(words: string): Person | null {
  const line = words
    .replace(/\t/g, ' ')
    .replace(/^[-–•*]\s+/, '')
    .replace(/[,;.]+$/, '')
    .trim()
  if (line.length > 160) return null
  if (isName(line)) return { name: line, role: null }
  return separated(line) ?? nameFirst(line) ?? roleBefore(line)
}

function separated(line: string): Person | null {
  const at = /,\s|\s[–-]\s|\s?\(|:\s|\s\/\s/u.exec(line)
  if (at === null) return null
  const [left, right] = [
    line.slice(0, at.index).trim(),
    line
      .slice(at.index + at[0].length)
      .replace(/\)$/, '')
      .trim(),
  ]
  if (isName(left) && right !== '' && !/\d{3}/.test(right)) return { name: left, role: isName(right) ? null : right }
  return isRole(left) && isName(right) ? { name: right, role: left } : null
}

const actingWord = /^(?:tf|t\.f\.|bitr\.?|biträdande|vik\.?|vikarierande|vice|tillförordnad)$/iu

function nameFirst(line: string): Person | null {
  const parts = line.split(' ')
  for (const count of [2, 3, 4]) {
    const [name, first, role] = [parts.slice(0, count).join(' '), parts[count] ?? '', parts.slice(count).join(' ')]
    if (role === '' || !isName(name) || !isRole(role)) continue
    if (isRole(first) || actingWord.test(first) || parts.length - count <= 3) return { name, role }
  }
  return null
}

function roleBefore(line: string): Person | null {
  const parts = line.split(' ')
  for (const count of [2, 3, 4]) {
    const [role, name] = [parts.slice(0, -count).join(' '), parts.slice(-count).join(' ')]
    if (role !== '' && isRole(role) && isName(name)) return { name, role }
  }
  return null
}

const units =
  /(?:förvaltning|kontor|avdelning|enhet|sektor|kansli|stab|sektion|center|centrum|gruppen|ledningen|projektet|service|byrån?|bolag|AB)(?:en|et|n|t)?$/iu

/** "Barn- och utbildningsförvaltningen", "Sociala avdelningen": what stands before the unit's word is part of a name, not of a title. */
function endsInUnit(words: string): boolean {
  return (
    units.test(words) &&
    words
      .split(' ')
      .slice(0, -1)
      .every((word) => /(?:s|a|-|,|stad|kommun|och|&)$/iu.test(word) && !/^(?:på|om|till)$/iu.test(word))
  )
}

/** A unit of the organisation or the municipality itself, as letterheads have it. */
export function isUnit(words: string): boolean {
  if (words.length > 90 || words.split(' ').length > 8) return false
  return (
    endsInUnit(words) ||
    /(?:^|\s)(?:kommun|stad|Stad|Kommun|KOMMUN|STAD)s?$/u.test(words) ||
    /^Region \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?$/u.test(words) ||
    /^(?:Avdelningen|Enheten|Förvaltningen|Sektor|Sektionen|Kontoret|Staben|Avd\.|Enh\.|Område|Verksamhetsområde) \p{L}/u.test(
      words,
    ) ||
    /^[\p{Lu}-]{4,}(?:FÖRVALTNINGEN|KONTORET|AVDELNINGEN|STAB(?:EN)?)$/u.test(words)
  )
}

/** A group that stands where a person should. */
export function isGroup(words: string): boolean {
  return /^(?:[\p{L}-]*(?:gruppen|enheten|avdelningen|kansliet|kontoret|förvaltningen|staben|sektionen|projektet|teamet|centrum))(?:\s|$)/iu.test(
    words,
  )
}
