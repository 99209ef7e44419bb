import type { ProposalDocument, Section } from './types.ts'

/** The body of the city office's memo of 2023-10-02, written for the demo. */
export const proposalSections: readonly Section[] = [
  {
    heading: 'Bakgrund',
    paragraphs: [
      'Malmö växer och är ung, men avstånden mellan stadens delar är stora. Den som föds i en del av staden kan räkna med fler år i livet än den som föds i en annan. Skillnaderna syns i skolan, på arbetsmarknaden, i bostaden och i valdeltagandet, och de hänger ihop: den som har det svårt på ett område har det oftare svårt på flera.',
      'Staden har arbetat i enskilda områden i flera omgångar. Erfarenheten är att arbetet gör nytta så länge det pågår, att det ofta har vilat på tillfälliga pengar och på enskilda personer, och att det sällan har mätts så att någon i efterhand kan säga vad som hjälpte. Fullmäktige vill därför att det här arbetet ska vara långsiktigt.',
      'Uppdraget kom i budgeten för 2023. Under våren har stadskontoret talat med samtliga förvaltningar, med fyra av bolagen och med föreningar i Rosengård, Lindängen, Holma-Kroksbäck och Seved. Förslaget bygger på de samtalen.',
      'I samtalen återkom tre önskemål. Förvaltningarna vill veta vem de ska ringa. Bolagen vill komma in tidigt, när det fortfarande går att påverka. Föreningarna vill att staden slutar börja om: många har varit med i flera projekt och har svårt att se vad som blev kvar.',
    ],
  },
  {
    heading: 'Två spår',
    paragraphs: [
      'Stadskontoret föreslår att staden skiljer på två saker som ofta blandas ihop. De har olika mål, olika tid och olika styrning.',
      'Hållbar lokal utveckling är det dagliga arbetet. Det görs överallt i staden, av alla nämnder och bolag, med de uppgifter och de pengar som de redan har. Kärnan är att bygga relationer: att känna dem som bor och verkar på platsen, att finnas kvar, och att låta fler vara med och påverka. Spåret har inget slut.',
      'I det här spåret behövs ingen ny organisation, men vanor som alla delar. Ett exempel är att den som planerar att stänga, flytta eller öppna något på en plats berättar det för de andra som finns där innan beslutet fattas.',
      'Ett områdeslyft är något annat. Det används när en fråga är så sammansatt att ingen nämnd kan lösa den ensam, och det samlar flera parter under en bestämd tid. Ett lyft gäller antingen en avgränsad plats eller ett tema, till exempel övergången mellan skola och arbete. Det har ett utgångsläge som mäts, ett mål, en ansvarig och ett slut.',
      'Kommunstyrelsen beslutar om varje områdeslyft för sig. Det första bör kunna starta under hösten 2024, och fler än tre bör inte pågå samtidigt.',
      'Ett lyft prövas mot fyra villkor. Problemet ska vara beskrivet tillsammans med dem som berörs. Minst tre nämnder eller bolag ska behövas för att lösa det. Utgångsläget ska gå att mäta. Och det ska vara klart vem som tar över det som fungerar när lyftet är slut.',
    ],
  },
  {
    heading: 'Organisation',
    paragraphs: [
      'Kommunstyrelsen har ansvaret för helheten och rapporterar till fullmäktige en gång om året. En styrgrupp med direktörerna för de förvaltningar som berörs mest, och med ledningen för minst ett av bolagen, leder arbetet. Stadsdirektören är ordförande i styrgruppen.',
      'Under styrgruppen finns en beredningsgrupp där alla förvaltningar och bolag har en plats. Den tar fram underlag, följer upp och löser de frågor som inte behöver en direktör. Stadskontoret håller samman gruppen med två tjänster som finns i dag.',
      'Nämnderna behåller sitt ansvar. Ett områdeslyft flyttar inga beslut från en nämnd till en annan: det som behöver beslutas beslutas av den nämnd som har uppgiften enligt reglementet.',
      'Bolagen deltar på de villkor som följer av deras ägardirektiv och av aktiebolagslagen. Det som ett bolag åtar sig i ett lyft skrivs in i dess affärsplan.',
    ],
  },
  {
    heading: 'Interna arbetsformer',
    paragraphs: [
      'Förvaltningarna behöver arbeta på ett sätt som känns igen från plats till plats. Stadskontoret föreslår fyra gemensamma arbetsformer: en lokal lägesbild som tas fram två gånger om året, en årlig plan för varje del av staden, en gemensam modell för dialog och ett forum där chefer på samma plats träffas varje månad.',
      'Lägesbilden ska bygga på uppgifter som redan samlas in. Ingen ny inrapportering införs innan det är prövat om uppgiften finns någon annanstans. Uppgifter om små grupper redovisas inte så att enskilda kan kännas igen.',
      'Dialogen ska ha ett ärende. Den som bjuds in ska veta vad som går att påverka, vad som redan är bestämt och när svaret kommer. Det ska gå att se efteråt vad synpunkterna ledde till.',
      'Medarbetare som arbetar på samma plats men i olika förvaltningar ska kunna dela lokaler, introduktion och beredskap. Det är en fråga för cheferna på plats och kräver inga nya avtal mellan förvaltningarna.',
    ],
  },
  {
    heading: 'Samordning',
    paragraphs: [
      'För varje del av staden utses en samordnande nämnd eller ett samordnande bolag. Uppgiften är att kalla samman, att hålla i planen och att säga ifrån när något faller mellan stolarna. Den samordnande parten får inte bestämma över andras verksamhet eller pengar.',
      'Den som samordnar behöver finnas i hela staden, ha vana vid att arbeta med andra och ha chefer på plats. Det kan vara en nämnd eller ett bolag. Stadskontoret har inte tagit ställning till vilken, och frågar därför remissinstanserna.',
      'När parter inte kommer överens lyfts frågan till beredningsgruppen och, om det inte räcker, till styrgruppen. Den som lyfter en fråga ska få svar inom tre veckor.',
      'Samordningen prövas efter två år. Visar det sig att den kostar mer tid än den sparar ska den göras om eller tas bort. Stadskontoret tar fram måtten för prövningen tillsammans med beredningsgruppen.',
    ],
  },
  {
    heading: 'Geografisk indelning',
    paragraphs: [
      'Förvaltningarna delar i dag in Malmö på olika sätt, några i fem delar, andra i tio, och några inte alls. Det gör det svårt att planera tillsammans och nästan omöjligt att jämföra siffror.',
      'Stadskontoret föreslår att det lokala arbetet utgår från fem delar: Innerstaden, Norr, Söder, Väster och Öster. Indelningen gäller planering och uppföljning. Den ändrar inte skolornas upptagning, socialtjänstens enheter eller någon annan organisation.',
      'Ett områdeslyft är oftast mindre än en del av staden och ritas för sig. Gränsen får gå genom flera delar när frågan kräver det.',
    ],
  },
  {
    heading: 'Ekonomi och uppföljning',
    paragraphs: [
      'Hållbar lokal utveckling ryms i nämndernas ramar. För områdeslyften föreslås att de medel som kommunstyrelsen redan delar ut för lokal utveckling samlas, och att de från 2025 går till de lyft som har beslutats. Något ytterligare anslag föreslås inte i det här skedet.',
      'Varje lyft följs med fem till åtta mått som väljs innan arbetet startar. Utgångsläget mäts först. Resultatet redovisas öppet, också när det inte blev som det var tänkt.',
    ],
  },
  {
    heading: 'Fortsatt arbete',
    paragraphs: [
      'Remissen pågår till den 12 januari 2024. Stadskontoret sammanställer svaren fråga för fråga och återkommer till kommunstyrelsen under våren med ett förslag som går att besluta om. Barnets bästa och jämställdhet prövas i det ärendet, när det är känt vilka platser och teman som blir aktuella.',
    ],
  },
]

/** What is sent out with the round; the files are made from these texts. */
export const proposalDocuments: readonly ProposalDocument[] = [
  {
    key: 'proposal',
    title: 'Förslag: Hållbar lokal utveckling och områdeslyft i Malmö',
    fileName: 'forslag-hallbar-lokal-utveckling-och-omradeslyft.pdf',
    sections: proposalSections,
  },
  {
    key: 'division',
    title: 'Bilaga 1: Indelning i fem delar av staden',
    fileName: 'bilaga-1-indelning.pdf',
    sections: [
      {
        heading: 'De fem delarna',
        paragraphs: [
          'Norr: Centrum och Kirseberg. Innerstaden: Södra och Västra Innerstaden. Söder: Fosie och Oxie. Väster: Hyllie och Limhamn-Bunkeflo. Öster: Rosengård och Husie.',
          'Indelningen följer de stadsområden som staden hade 2013–2017. Statistik finns därför långt bakåt för samma ytor.',
        ],
      },
      {
        heading: 'Platser som nämndes i samtalen',
        paragraphs: [
          'Rosengård med Herrgården och Örtagården, Lindängen, Nydala och Hermodsdal, Holma-Kroksbäck, Seved, Segevång och Augustenborg kom upp i flera av samtalen. Listan är inget förslag till urval.',
        ],
      },
    ],
  },
  {
    key: 'lessons',
    title: 'Bilaga 2: Lärdomar från tidigare områdesarbete',
    fileName: 'bilaga-2-lardomar.pdf',
    sections: [
      {
        heading: 'Vad som fungerade',
        paragraphs: [
          'Områdesprogrammet 2010–2015 visade att fysiska förändringar ger mer när de kopplas till arbete och utbildning för dem som bor på platsen. Det visade också att boende som är med och beskriver problemet blir bättre på att lösa det.',
        ],
      },
      {
        heading: 'Vad som inte fungerade',
        paragraphs: [
          'Målen var många och sällan mätbara. Kunskapen stannade hos dem som var med. När programmet tog slut fanns ingen mottagare för det som hade byggts upp.',
        ],
      },
    ],
  },
]
