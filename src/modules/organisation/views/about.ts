import { html, type Html } from '../../../kernel/html.ts'
import { pageHead, section, type Screen } from '../../../kernel/ui/index.ts'
import { aboutText } from '../text/about.ts'

const part = (title: string, text: string): Html => section({ title, body: html`<p>${text}</p>` })

/** Tillgänglighetsredogörelse (DOS 13 §, F-03). */
export function accessibilityScreen(): Screen {
  const t = aboutText.accessibility
  return {
    title: t.title,
    width: 'reading',
    body: html`${pageHead({ title: t.title, lead: t.lead })}${part(t.how, t.howText)}${part(t.known, t.knownText)}${part(t.report, t.reportText)}`,
  }
}

export function helpScreen(): Screen {
  const t = aboutText.help
  return {
    title: t.title,
    width: 'reading',
    body: html`${pageHead({ title: t.title, lead: t.lead })}${part(t.send, t.sendText)}${part(t.answer, t.answerText)}${part(
      t.compile,
      t.compileText,
    )}${part(t.lost, t.lostText)}${part(t.keys, t.keysText)}`,
  }
}
