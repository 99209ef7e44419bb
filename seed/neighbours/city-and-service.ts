import type { NeighbourCase } from '../types.ts'
import { internal, received, sent } from './record-items.ts'

export const cityAndServiceCases: readonly NeighbourCase[] = [
  {
    authority: 'stk',
    title: 'Motion om fler sittplatser i stadens parker',
    officer: 'jasmin-haddad-rehn',
    isClosed: false,
    items: [
      received(-96, 'Motion om fler sittplatser i stadens parker', 'Nina-Maria Falk (M)'),
      sent(-82, 'Remiss av motion till tekniska nämnden', 'tekniska nämnden'),
      received(-21, 'Yttrande över motion om sittplatser', 'tekniska nämnden'),
    ],
  },
  {
    authority: 'stk',
    title: 'Remiss från Finansdepartementet om en kommunal skadestatistik',
    officer: 'ingrid-falkenby',
    isClosed: false,
    items: [
      received(-40, 'Remiss om en kommunal skadestatistik', 'Finansdepartementet'),
      internal(-33, 'Bedömning av vilka nämnder som berörs', 'stadskontoret'),
    ],
  },
  {
    authority: 'stk',
    title: 'Medborgarförslag om dricksvatten vid Lindängens torg',
    officer: 'jasmin-haddad-rehn',
    isClosed: true,
    items: [
      received(-150, 'Medborgarförslag om dricksvatten vid Lindängens torg', 'Medborgare'),
      sent(-144, 'Bekräftelse till förslagsställaren', 'Medborgare'),
      internal(-70, 'Protokollsutdrag från arbetsutskottet', 'kommunstyrelsens arbetsutskott'),
      sent(-66, 'Besked om beslut', 'Medborgare'),
    ],
  },
  {
    authority: 'stk',
    title: 'Uppföljning av partnerskapet Kraftsamling Herrgården',
    officer: 'ingrid-falkenby',
    isClosed: false,
    items: [
      internal(-58, 'Lägesrapport första halvåret', 'stadskontoret'),
      received(-35, 'Synpunkter på lägesrapporten', 'Hyresgästerna i Malmö Öster'),
      sent(-12, 'Kallelse till partnerskapets möte', 'kulturnämnden, fritidsnämnden'),
    ],
  },
  {
    authority: 'sn',
    title: 'Upphandling av livsmedel till skolkök',
    officer: 'viktor-osmani',
    isClosed: false,
    items: [
      internal(-110, 'Uppdragsbeskrivning för upphandlingen', 'serviceförvaltningen'),
      received(-48, 'Fråga från leverantör om leveranstider', 'Skånska Grönt AB (påhittat)'),
      sent(-45, 'Svar på fråga om leveranstider', 'Skånska Grönt AB (påhittat)'),
    ],
  },
  {
    authority: 'sn',
    title: 'Begäran om utlämnande av fakturor för städning',
    officer: 'viktor-osmani',
    isClosed: true,
    items: [
      received(-17, 'Begäran om allmänna handlingar', 'Journalist'),
      sent(-16, 'Utlämnande av fakturor, 14 sidor', 'Journalist'),
    ],
  },
  {
    authority: 'sn',
    title: 'Solceller på idrottshallar i Oxie',
    officer: 'elin-sand',
    isClosed: false,
    items: [
      internal(-75, 'Förstudie solceller', 'serviceförvaltningen'),
      received(-30, 'Yttrande om bygglov', 'stadsbyggnadsnämnden'),
      internal(-9, 'Tjänsteskrivelse, utkast', 'serviceförvaltningen'),
    ],
  },
  {
    authority: 'sn',
    title: 'Remiss om program för stadens skyfallsarbete',
    officer: 'elin-sand',
    isClosed: false,
    items: [
      received(-26, 'Remiss om program för skyfallsarbete', 'tekniska nämnden'),
      sent(-20, 'Begäran om anstånd till den första i nästa månad', 'tekniska nämnden'),
      received(-18, 'Anstånd beviljat', 'tekniska nämnden'),
    ],
  },
  {
    authority: 'tn',
    title: 'Ny gångväg mellan Seved och Möllevången',
    officer: 'petra-lonnroth',
    isClosed: false,
    items: [
      received(-130, 'Önskemål om gångväg', 'Fastighetsägare i Seved'),
      internal(-92, 'Minnesanteckningar från trygghetsvandring', 'fastighets- och gatukontoret'),
      sent(-60, 'Samråd om utformning', 'stadsbyggnadsnämnden'),
      received(-44, 'Svar på samråd', 'stadsbyggnadsnämnden'),
    ],
  },
  {
    authority: 'tn',
    title: 'Klagomål om belysning vid Nydalatorget',
    officer: 'petra-lonnroth',
    isClosed: true,
    items: [
      received(-51, 'Klagomål om trasig belysning', 'Medborgare'),
      internal(-50, 'Beställning av åtgärd', 'fastighets- och gatukontoret'),
      sent(-41, 'Besked om att belysningen är lagad', 'Medborgare'),
    ],
  },
  {
    authority: 'sbn',
    title: 'Samråd om detaljplan för kvarteret Häggmispeln',
    officer: 'nils-tegnander',
    isClosed: false,
    items: [
      sent(-90, 'Samrådshandlingar', 'tekniska nämnden, miljönämnden, servicenämnden'),
      received(-62, 'Samrådsyttrande', 'Länsstyrelsen Skåne'),
      received(-55, 'Samrådsyttrande', 'miljönämnden'),
    ],
  },
  {
    authority: 'sbn',
    title: 'Skolklass granskar planprogram för Augustenborg',
    officer: 'nils-tegnander',
    isClosed: false,
    items: [
      received(-38, 'Synpunkter från klass 5B', 'grundskolenämnden'),
      sent(-28, 'Tack och återkoppling till klassen', 'grundskolenämnden'),
    ],
  },
  {
    authority: 'mn',
    title: 'Tillsyn av inomhusklimat på skolor',
    officer: 'linnea-parsson',
    isClosed: false,
    items: [
      internal(-120, 'Tillsynsplan', 'miljöförvaltningen'),
      sent(-100, 'Begäran om uppgifter', 'servicenämnden'),
      received(-79, 'Uppgifter om ventilation', 'servicenämnden'),
    ],
  },
]
