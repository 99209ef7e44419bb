import type { NeighbourCase } from '../types.ts'
import { internal, received, sent } from './record-items.ts'

export const schoolAndCareCases: readonly NeighbourCase[] = [
  {
    authority: 'kn',
    title: 'Ansökan om stöd till läsfrämjande i Holma',
    officer: 'johanna-vikander',
    isClosed: false,
    items: [
      received(-64, 'Ansökan om utvecklingsbidrag', 'Föreningen Läsglädje Holma (påhittad)'),
      sent(-57, 'Begäran om komplettering', 'Föreningen Läsglädje Holma (påhittad)'),
      received(-50, 'Komplettering, budget', 'Föreningen Läsglädje Holma (påhittad)'),
    ],
  },
  {
    authority: 'kn',
    title: 'Öppettider på stadsdelsbiblioteken nästa år',
    officer: 'johanna-vikander',
    isClosed: false,
    items: [
      internal(-31, 'Underlag om besök per timme', 'kulturförvaltningen'),
      internal(-14, 'Tjänsteskrivelse, utkast', 'kulturförvaltningen'),
    ],
  },
  {
    authority: 'frn',
    title: 'Fördelning av halltider inför säsongen',
    officer: 'arvid-ostling',
    isClosed: false,
    items: [
      received(-85, 'Önskemål om halltider', 'Samlade ansökningar från föreningar'),
      internal(-53, 'Förslag till fördelning', 'fritidsförvaltningen'),
      sent(-47, 'Förslaget för synpunkter', 'Föreningar i Oxie och Almgården'),
      received(-37, 'Synpunkter på fördelningen', 'Oxie flickgymnastik (påhittad)'),
    ],
  },
  {
    authority: 'fskf',
    title: 'Medel för mobil öppen förskola',
    officer: 'hanna-wetterlund',
    isClosed: false,
    items: [
      sent(-73, 'Ansökan om medel för lokal utveckling', 'kommunstyrelsen'),
      received(-42, 'Besked om medel', 'kommunstyrelsen'),
    ],
  },
  {
    authority: 'grn',
    title: 'Skolskjuts när en skola i Hyllie byggs om',
    officer: 'emil-karlsrud',
    isClosed: true,
    items: [
      received(-105, 'Fråga från vårdnadshavare', 'Vårdnadshavare'),
      sent(-101, 'Svar om skolskjuts under ombyggnaden', 'Vårdnadshavare'),
    ],
  },
  {
    authority: 'grn',
    title: 'Remiss från Utbildningsdepartementet om betyg i årskurs 9',
    officer: 'ahmed-farah',
    isClosed: false,
    items: [
      received(-46, 'Remiss vidarebefordrad av stadskontoret', 'kommunstyrelsen'),
      internal(-39, 'Anteckningar från möte med rektorer', 'grundskoleförvaltningen'),
      internal(-11, 'Förslag till yttrande, utkast', 'grundskoleförvaltningen'),
    ],
  },
  {
    authority: 'gyvf',
    title: 'Lärlingsplatser inom bygg och anläggning',
    officer: 'ebba-lagerkvist',
    isClosed: false,
    items: [
      sent(-68, 'Inbjudan till samverkan', 'Branschråd bygg'),
      received(-49, 'Svar med antal platser', 'Branschråd bygg'),
      internal(-22, 'Sammanställning av platser', 'gymnasie- och vuxenutbildningsförvaltningen'),
    ],
  },
  {
    authority: 'asn',
    title: 'Överenskommelse om uppsökande arbete i Lindängen',
    officer: 'selma-bergdahl',
    isClosed: false,
    items: [
      internal(-88, 'Utkast till överenskommelse', 'arbetsmarknads- och socialförvaltningen'),
      sent(-71, 'Utkast för synpunkter', 'MKB Fastighets AB'),
      received(-59, 'Synpunkter på utkastet', 'MKB Fastighets AB'),
      received(-23, 'Undertecknad överenskommelse', 'MKB Fastighets AB'),
    ],
  },
  {
    authority: 'asn',
    title: 'Statistik om försörjningsstöd per område',
    officer: 'selma-bergdahl',
    isClosed: true,
    items: [
      received(-34, 'Begäran om statistik', 'Student vid universitetet'),
      sent(-29, 'Statistik i tabell, små grupper borttagna', 'Student vid universitetet'),
    ],
  },
  {
    authority: 'fsn',
    title: 'Tillgängliga mötesplatser i Rosengård',
    officer: 'moa-lindqvist-oberg',
    isClosed: false,
    items: [
      received(-94, 'Skrivelse om tillgänglighet', 'Rådet för funktionshinderfrågor'),
      internal(-56, 'Inventering av sex lokaler', 'funktionsstödsförvaltningen'),
      sent(-19, 'Inventeringen för kännedom', 'servicenämnden, kulturnämnden'),
    ],
  },
  {
    authority: 'hvo',
    title: 'Träffpunkter för äldre i Kirseberg',
    officer: 'klara-norderup',
    isClosed: false,
    items: [
      received(-61, 'Skrivelse om träffpunktens öppettider', 'Pensionärsförening i Kirseberg'),
      sent(-54, 'Bekräftelse', 'Pensionärsförening i Kirseberg'),
      internal(-27, 'Förslag till öppettider', 'hälsa-, vård- och omsorgsförvaltningen'),
    ],
  },
  {
    authority: 'vn',
    title: 'Lokaler för förtidsröstning',
    officer: 'robin-ekdahl',
    isClosed: false,
    items: [
      sent(-43, 'Förfrågan om lokaler', 'kulturnämnden, servicenämnden'),
      received(-25, 'Svar med lediga bibliotekslokaler', 'kulturnämnden'),
    ],
  },
  {
    authority: 'rev',
    title: 'Förstudie om uppföljning av uppdrag i budgeten',
    officer: 'inger-blomsater',
    isClosed: false,
    items: [
      internal(-77, 'Projektplan', 'stadsrevisionen'),
      sent(-63, 'Frågor till kommunstyrelsen', 'kommunstyrelsen'),
      received(-36, 'Svar på frågor', 'kommunstyrelsen'),
    ],
  },
]
