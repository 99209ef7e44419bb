import { words } from '../words.ts'

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`

export const text = words(
  {
    tooLarge: 'Det som skickades är för stort. Dela upp texten, eller bifoga den som fil.',
    fileTooLarge: (name: string, limit: number) =>
      `Filen ${name} är större än ${megabytes(limit)}. Dela upp den eller minska den och försök igen.`,
    unreadable: 'Formuläret gick inte att läsa. Försök skicka det igen.',
    notJson: 'Begäran är inte läsbar JSON.',
    nextStep: 'Till Mitt arbete',
    errorId: (id: string) => `Ange ${id} om du hör av dig till supporten.`,
    title: {
      badRequest: 'Något i begäran stämmer inte',
      invalid: 'Något behöver rättas',
      refused: 'Det går inte nu',
      forbidden: 'Du har inte rätt att göra det här',
      notFound: 'Sidan finns inte',
      tooMany: 'För många försök',
      crossSite: 'Begäran kom från en annan webbplats',
      signIn: 'Logga in',
      bug: 'Något gick fel hos oss',
    },
    detail: {
      forbidden:
        'Din roll ger inte den behörigheten. Be den som är registrator eller administratör hos myndigheten om hjälp.',
      notFound: 'Adressen kan vara fel eller inaktuell. Sök på ärendenumret, eller gå till Mitt arbete.',
      tooMany: (seconds: number) => `Vänta ${Math.ceil(seconds / 60)} minuter och försök igen.`,
      crossSite: 'Av säkerhetsskäl tas den inte emot. Öppna sidan på nytt och försök igen.',
      signIn: 'Du behöver logga in.',
      bug: 'Felet är noterat. Det du skrev finns kvar om du går tillbaka i webbläsaren.',
    },
  },
  {
    tooLarge: 'What was sent is too large. Split the text, or attach it as a file.',
    fileTooLarge: (name: string, limit: number) =>
      `The file ${name} is larger than ${megabytes(limit)}. Split or shrink it and try again.`,
    unreadable: 'The form could not be read. Try sending it again.',
    notJson: 'The request is not readable JSON.',
    nextStep: 'To My work',
    errorId: (id: string) => `Give ${id} if you contact support.`,
    title: {
      badRequest: 'Something in the request is not right',
      invalid: 'Something needs correcting',
      refused: 'That cannot be done now',
      forbidden: 'You are not permitted to do this',
      notFound: 'The page does not exist',
      tooMany: 'Too many attempts',
      crossSite: 'The request came from another site',
      signIn: 'Sign in',
      bug: 'Something went wrong on our side',
    },
    detail: {
      forbidden: 'Your role does not permit it. Ask the registrar or administrator of the authority for help.',
      notFound: 'The address may be wrong or out of date. Search for the reference number, or go to My work.',
      tooMany: (seconds: number) => `Wait ${Math.ceil(seconds / 60)} minutes and try again.`,
      crossSite: 'For security it is not accepted. Open the page again and retry.',
      signIn: 'You need to sign in.',
      bug: 'The error has been noted. What you wrote is still there if you go back in the browser.',
    },
  },
)
