import { words } from '../words.ts'

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`

export const text = words(
  {
    fileTooLarge: (name: string, limit: number) =>
      `Filen ${name} är större än ${megabytes(limit)}. Dela upp den eller minska den och försök igen.`,
    tooManyFiles: (most: number) => `Högst ${most} filer på en gång. Välj färre och skicka resten sedan.`,
    oneFileAtATime: (name: string) =>
      `Filen ${name} togs inte emot: det går att skicka en fil i taget. Spara den ena först och välj sedan nästa.`,
    tooManyFields: (most: number) => `Formuläret har fler än ${most} fält och togs inte emot. Dela upp det.`,
    unreadable: 'Formuläret gick inte att läsa. Försök skicka det igen.',
    notJson: 'Begäran är inte läsbar JSON.',
    nextStep: 'Till Mitt arbete',
    resend: 'Försök igen',
    kept: 'Det du skrev finns kvar här och skickas igen när du försöker på nytt.',
    filesAgain: 'Filerna kom inte fram. Gå tillbaka i webbläsaren, där det du skrev finns kvar, och skicka igen.',
    stillThere:
      'Gå tillbaka i webbläsaren: där finns det du skrev kvar, om du inte stänger sidan. Öppnar du sidan på nytt visas det som senast sparades.',
    openAgain: 'Öppna sidan på nytt',
    errorId: (id: string) => `Ange ${id} om du hör av dig till supporten.`,
    title: {
      badRequest: 'Något i begäran stämmer inte',
      invalid: 'Något behöver rättas',
      refused: 'Det går inte nu',
      forbidden: 'Du har inte rätt att göra det här',
      notFound: 'Sidan finns inte',
      missing: 'Finns inte',
      tooMany: 'För många försök',
      tooLarge: 'Det som skickades är för stort',
      crossSite: 'Begäran kom från en annan webbplats',
      signIn: 'Logga in',
      bug: 'Något gick fel hos oss',
      unreachable: 'Kraftsam når inte sin databas just nu',
      full: 'Det går inte att spara just nu',
    },
    detail: {
      forbidden:
        'Din roll ger inte den behörigheten. Be den som är registrator eller administratör hos myndigheten om hjälp.',
      unholdable:
        'Något av det som skickades går inte att spara: ett styrtecken, ett för stort tal eller ett datum som inte finns.',
      missing: 'Det finns inget här, eller inte för dig. Kontrollera adressen och id:t.',
      notFound: 'Adressen kan vara fel eller inaktuell. Sök på ärendenumret, eller gå till Mitt arbete.',
      tooMany: (seconds: number) => `Vänta ${Math.ceil(seconds / 60)} minuter och försök igen.`,
      tooLarge: (most: number) =>
        `Texten är sammanlagt större än ${megabytes(most)}, och inget av det som skickades är sparat. Dela upp den, eller bifoga det långa som fil.`,
      crossSite: 'Av säkerhetsskäl tas den inte emot. Öppna sidan på nytt och försök igen.',
      signIn: 'Du behöver logga in.',
      bug: 'Felet är noterat. Det du skrev finns kvar om du går tillbaka i webbläsaren.',
      unreachable:
        'Det brukar gå över av sig självt inom en minut. Inget som redan är sparat är förlorat. Försök igen om en stund.',
      full: 'Disken är full eller går inte att skriva till. Inget som redan är sparat är förlorat. Den som sköter driften behöver göra plats; försök sedan igen.',
    },
  },
  {
    fileTooLarge: (name: string, limit: number) =>
      `The file ${name} is larger than ${megabytes(limit)}. Split or shrink it and try again.`,
    tooManyFiles: (most: number) => `At most ${most} files at once. Choose fewer and send the rest afterwards.`,
    oneFileAtATime: (name: string) =>
      `The file ${name} was not taken: files are sent one at a time. Save one first, and then choose the next.`,
    tooManyFields: (most: number) => `The form has more than ${most} fields and was not taken. Split it.`,
    unreadable: 'The form could not be read. Try sending it again.',
    notJson: 'The request is not readable JSON.',
    nextStep: 'To My work',
    resend: 'Try again',
    kept: 'What you wrote is kept here and is sent again when you retry.',
    filesAgain: 'The files did not arrive. Go back in the browser, where what you wrote still is, and send again.',
    stillThere:
      'Go back in the browser: what you wrote is still there, unless you close the page. If you open the page again, it shows what was last saved.',
    openAgain: 'Open the page again',
    errorId: (id: string) => `Give ${id} if you contact support.`,
    title: {
      badRequest: 'Something in the request is not right',
      invalid: 'Something needs correcting',
      refused: 'That cannot be done now',
      forbidden: 'You are not permitted to do this',
      notFound: 'The page does not exist',
      missing: 'Not found',
      tooMany: 'Too many attempts',
      tooLarge: 'What was sent is too large',
      crossSite: 'The request came from another site',
      signIn: 'Sign in',
      bug: 'Something went wrong on our side',
      unreachable: 'Kraftsam cannot reach its database right now',
      full: 'Nothing can be saved right now',
    },
    detail: {
      forbidden: 'Your role does not permit it. Ask the registrar or administrator of the authority for help.',
      unholdable:
        'Something that was sent cannot be kept: a control character, a number too large or a date that does not exist.',
      missing: 'There is nothing here, or not for you. Check the address and the id.',
      notFound: 'The address may be wrong or out of date. Search for the reference number, or go to My work.',
      tooMany: (seconds: number) => `Wait ${Math.ceil(seconds / 60)} minutes and try again.`,
      tooLarge: (most: number) =>
        `The text is larger than ${megabytes(most)} in all, and nothing of what was sent has been saved. Split it, or attach what is long as a file.`,
      crossSite: 'For security it is not accepted. Open the page again and retry.',
      signIn: 'You need to sign in.',
      bug: 'The error has been noted. What you wrote is still there if you go back in the browser.',
      unreachable:
        'It usually passes by itself within a minute. Nothing that was saved is lost. Try again in a moment.',
      full: 'The disk is full or cannot be written to. Nothing that was saved is lost. Whoever runs the system needs to make room; then try again.',
    },
  },
)
