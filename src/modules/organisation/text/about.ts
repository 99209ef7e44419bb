import { words } from '../../../kernel/words.ts'

export const aboutText = words(
  {
    accessibility: {
      title: 'Tillgänglighetsredogörelse',
      lead: 'Kraftsam ska kunna användas av alla: med tangentbord, skärmläsare, förstoring, utan JavaScript och på en telefon.',
      how: 'Så följer vi kraven',
      howText:
        'Vi siktar på WCAG 2.1 nivå AA enligt lagen (2018:1937) om tillgänglighet till digital offentlig service. Varje sida prövas automatiskt med axe-core i ljust och mörkt läge före varje version, och de längre vägarna prövas med enbart tangentbord.',
      known: 'Kända brister',
      knownText:
        'Formaterad text skrivs i en redigerare som kräver JavaScript; utan den skrivs vanlig text i ett textfält. PDF:er skapas taggade, med titel, språk och bokmärken, men har inte granskats av ett fristående verktyg för PDF/UA.',
      report: 'Hittade du något som inte fungerar?',
      reportText:
        'Hör av dig till kommunens registrator eller support och berätta vilken sida det gäller. Du kan också begära innehåll i en annan form. Är du inte nöjd med svaret kan du anmäla till Myndigheten för digital förvaltning (Digg).',
    },
    help: {
      title: 'Hjälp',
      lead: 'Det vanligaste, i den ordning det brukar komma.',
      keys: 'Tangentbord',
      keysText:
        'Ctrl+K eller / söker och går direkt till ett ärendenummer. ? visar alla tangenter. j och k flyttar i tabeller, Enter öppnar.',
      send: 'Skicka en remiss',
      sendText:
        'Registrera uppdraget under Uppdrag, skriv tjänsteskrivelsen, låt arbetsutskottet besluta och skapa sedan remissen i ärendet. När den skickas får varje instans ett eget ärende med eget nummer.',
      answer: 'Svara på en remiss',
      answerText:
        'Remissen kommer som ett ärende hos din nämnd. Fördela det, skriv tjänsteskrivelse och yttrande, planera besluten, skicka för godkännande. När nämnden har beslutat och paragrafen är justerad expedieras svaret.',
      compile: 'Sammanställ svaren',
      compileText:
        'På remissens sida visar Sammanställning alla svar, fråga för fråga. Ladda ner den som PDF, Word eller Excel.',
      lost: 'Det jag skrev, finns det kvar?',
      lostText:
        'Ja. Utkast sparas medan du skriver. Bryts förbindelsen ligger texten kvar i webbläsaren och sparas när den är tillbaka.',
    },
  },
  {
    accessibility: {
      title: 'Accessibility statement',
      lead: 'Kraftsam is to be usable by everyone: with a keyboard, a screen reader, magnification, without JavaScript, on a phone.',
      how: 'How we meet the requirements',
      howText:
        'We aim at WCAG 2.1 level AA under the Act (2018:1937) on accessibility of digital public services. Every page is checked with axe-core in light and dark before each version, and the longer paths are walked by keyboard alone.',
      known: 'Known flaws',
      knownText:
        'Formatted text is written in an editor that needs JavaScript; without it plain text is written in a text field. PDFs are tagged, with title, language and bookmarks, but have not been checked by an independent PDF/UA tool.',
      report: 'Did you find something that does not work?',
      reportText:
        'Contact the registrar or support of the municipality and say which page it was. You may also ask for content in another form. If you are not content with the answer you can report it to the Agency for Digital Government (Digg).',
    },
    help: {
      title: 'Help',
      lead: 'The most common things, in the order they usually come.',
      keys: 'Keyboard',
      keysText:
        'Ctrl+K or / searches and goes straight to a reference number. ? shows all keys. j and k move in tables, Enter opens.',
      send: 'Send a referral',
      sendText:
        'Register the assignment under Assignments, write the memo, let the working committee decide, then create the referral in the case. When it is sent, every body gets a case of its own with its own number.',
      answer: 'Answer a referral',
      answerText:
        'The referral arrives as a case at your board. Assign it, write memo and statement, plan the decisions, send for approval. When the board has decided and the section is adjusted, the answer is dispatched.',
      compile: 'Compile the answers',
      compileText:
        "On the referral's page, Compilation shows every answer, question by question. Download it as PDF, Word or Excel.",
      lost: 'What I wrote, is it still there?',
      lostText:
        'Yes. Drafts are saved while you write. If the connection breaks, the text stays in the browser and is saved when it is back.',
    },
  },
)
