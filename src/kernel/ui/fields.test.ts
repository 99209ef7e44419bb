import assert from 'node:assert/strict'
import { test } from 'node:test'
import { button } from './buttons.ts'
import { checkboxes, radios, select } from './choices.ts'
import { field, textArea } from './fields.ts'
import { errorSummary, fieldId } from './reasons.ts'
import { richField } from './rich-field.ts'
import { rejectionOf, type Rejected } from './screen.ts'

const rejected: Rejected = {
  values: { title: 'Mina <egna> ord', areas: ['Seved', 'Holma'], stance: 'against', text: 'rad ett\nrad två' },
  fields: { title: 'Rubriken är för kort.' },
  reasons: [],
  formPath: '/remisser/1/skicka',
}
const areas = ['Holma', 'Lindängen', 'Seved'].map((value) => ({ value, label: value }))

test('a field that came back keeps the words, says what is wrong beside it, and says so to a screen reader', () => {
  const { markup } = field({ name: 'title', label: 'Rubrik', help: 'Kort.', value: 'lagrat', rejected })

  assert.match(markup, /value="Mina &lt;egna&gt; ord"/)
  assert.match(markup, /aria-describedby="falt-title-help falt-title-error"/)
  assert.match(markup, /aria-invalid="true"/)
  assert.match(markup, /id="falt-title-error"[^>]*>(\s*<span[^>]*>Fel: <\/span>)?\s*Rubriken är för kort\./)
})

test('a field with nothing wrong carries no error and shows what is stored', () => {
  const { markup } = field({ name: 'note', label: 'Anteckning', value: 'lagrat' })

  assert.match(markup, /value="lagrat"/)
  assert.doesNotMatch(markup, /aria-invalid|aria-describedby|validation/)
})

test('what cannot be undone is asked first, by a box to tick where there is no JavaScript', () => {
  const { markup } = button({ label: 'Avsluta', confirm: 'Avsluta remissen?' })

  assert.match(markup, /<noscript[^>]*>.*<input[^>]*type="checkbox" required.*Avsluta remissen\? Ja\..*<\/noscript/s)
  assert.match(markup, /data-confirm="Avsluta remissen\?"/)
  assert.doesNotMatch(button({ label: 'Spara' }).markup, /noscript/)
})

test('a password never comes back in the page', () => {
  const { markup } = field({ name: 'title', label: 'Lösenord', type: 'password', value: 'hemligt', rejected })

  assert.doesNotMatch(markup, /hemligt|egna|value=/)
})

test('only the form that was rejected shows its rejection', () => {
  assert.equal(rejectionOf(rejected, '/remisser/1/skicka'), rejected)
  assert.equal(rejectionOf(rejected, '/remisser/1/svarstid'), undefined)
  assert.equal(rejectionOf(undefined, '/remisser/1/svarstid'), undefined)
})

test('choices that came back are those the person made, and none if they made none', () => {
  const chosen = (markup: string): readonly string[] =>
    [...markup.matchAll(/<input[^>]*value="([^"]*)"[^>]*>/g)].flatMap(([tag, value]) =>
      / checked/.test(tag) ? [value ?? ''] : [],
    )

  assert.deepEqual(
    chosen(checkboxes({ name: 'areas', label: 'Områden', choices: areas, values: ['Lindängen'], rejected }).markup),
    ['Holma', 'Seved'],
  )
  assert.deepEqual(
    chosen(checkboxes({ name: 'other', label: 'Områden', choices: areas, values: ['Lindängen'], rejected }).markup),
    [],
  )
  assert.deepEqual(chosen(radios({ name: 'area', label: 'Område', choices: areas, value: 'Holma' }).markup), ['Holma'])
})

test('the first choice has the id that the error summary leads to', () => {
  const { markup } = radios({ name: 'stance', label: 'Ståndpunkt', choices: areas, error: 'Välj en.' })

  assert.match(markup, new RegExp(`<input[^>]*id="${fieldId('stance')}"`))
  assert.match(
    errorSummary({ ...rejected, fields: { stance: 'Välj en.' } }).markup,
    new RegExp(`href="#${fieldId('stance')}"`),
  )
})

test('a select groups its choices and begins with an empty one', () => {
  const choices = [
    { value: 'sn', label: 'Servicenämnden', group: 'Nämnder' },
    { value: 'mkb', label: 'MKB', group: 'Bolag' },
  ]
  const { markup } = select({ name: 'body', label: 'Instans', choices, value: 'mkb' })

  assert.match(markup, /<option value="">Välj<\/option>/)
  assert.match(markup, /<optgroup label="Bolag">\s*<option value="mkb" selected>MKB<\/option>/)
})

test('a text that begins with an empty line keeps it', () => {
  assert.match(textArea({ name: 'note', label: 'Text', value: '\nandra raden' }).markup, />\n\nandra raden<\/textarea>/)
})

test('formatted text is plain in the textarea and whole beside it', () => {
  const value = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Fet', marks: [{ type: 'strong' }] }] }],
  } as const
  const { markup } = richField({ name: 'answer', label: 'Svar', value })

  assert.match(markup, />\nFet<\/textarea>/)
  assert.match(markup, /data-document="[^"]*&quot;strong&quot;/)
})

test('formatted text that came back is what was sent, as JSON or as plain text', () => {
  const json = '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"skickat"}]}]}'
  const back = (answer: string): string =>
    richField({ name: 'answer', label: 'Svar', value: 'lagrat', rejected: { ...rejected, values: { answer } } }).markup

  assert.match(back(json), />\nskickat<\/textarea>/)
  assert.match(back('bara ord'), />\nbara ord<\/textarea>/)
  assert.doesNotMatch(back(''), /lagrat/)
})

test('the summary on top lists every error and every reason, and is not drawn when there is none', () => {
  const { markup } = errorSummary({ ...rejected, reasons: ['Remissen är stängd.'] })

  assert.match(markup, /<a href="#falt-title">Rubriken är för kort\.<\/a>/)
  assert.match(markup, /<li>Remissen är stängd\.<\/li>/)
  assert.equal(errorSummary(undefined).markup, '')
})
