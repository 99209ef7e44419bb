/** The fields of the style guide, whole and rejected. */

import { html, type Html } from '../html.ts'
import { button } from './buttons.ts'
import { checkbox, checkboxes, radios, select } from './choices.ts'
import { dateField, field, fileField, textArea } from './fields.ts'
import { errorSummary } from './reasons.ts'
import { autoSave, richField } from './rich-field.ts'
import type { Rejected } from './screen.ts'

const stances = [
  { value: 'for', label: 'Tillstyrker' },
  { value: 'partly', label: 'Tillstyrker delvis', help: 'Säg vad som behöver ändras.' },
  { value: 'against', label: 'Avstyrker' },
]

const areas = ['Holma', 'Lindängen', 'Rosengård', 'Seved'].map((name) => ({ value: name, label: name }))

const written =
  '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Nämnden ser "},{"type":"text","marks":[{"type":"strong"}],"text":"sex pågående processer"},{"type":"text","text":" som stöder förslaget:"}]},{"type":"bullet_list","content":[{"type":"list_item","content":[{"type":"paragraph","content":[{"type":"text","text":"trygga gårdar"}]}]},{"type":"list_item","content":[{"type":"paragraph","content":[{"type":"text","text":"skolgårdar öppna på kvällen"}]}]}]}]}'

export function formSample(): Html {
  return autoSave({
    url: '/stilguide/spara',
    version: 1,
    key: 'stilguide',
    writer: 'stilguide',
    form: html`<form class="k-form" method="post" action="/stilguide" enctype="multipart/form-data">
      ${field({ name: 'title', label: 'Rubrik', value: 'Yttrande över områdeslyft', required: true })}
      ${field({ name: 'reference', label: 'Vår beteckning', help: 'Den står i brevet som kom.', width: 's', required: false, suggestions: ['SN-2023-1541'] })}
      ${dateField({ name: 'answerBy', label: 'Sista svarsdag', value: '2023-12-29' })}
      ${select({
        name: 'authority',
        label: 'Myndighet',
        width: 'm',
        choices: [
          { value: 'sn', label: 'Servicenämnden' },
          { value: 'tn', label: 'Tekniska nämnden' },
        ],
      })}
      ${radios({ name: 'stance', label: 'Ståndpunkt', choices: stances, value: 'partly' })}
      ${checkboxes({ name: 'areas', label: 'Områden', choices: areas, values: ['Holma'], inline: true })}
      ${checkbox({ name: 'urgent', label: 'Justeras omedelbart', help: 'Beslutet gäller då direkt.' })}
      ${richField({ name: 'answer', label: 'Svar på frågan', help: 'Skriv så att svaret går att läsa utan frågan.', value: written })}
      ${textArea({ name: 'note', label: 'Anteckning', value: 'Bara för oss.', rows: 3 })}
      ${fileField({ name: 'files', label: 'Bilagor', help: 'PDF, Word eller text, högst 50 MB.', multiple: true })}
      ${button({ label: 'Spara yttrandet' })}
    </form>`,
  })
}

const rejected: Rejected = {
  values: {
    wrongTitle: '',
    wrongDay: '2023-12-30',
    wrongAreas: ['Seved'],
    wrongAnswer: 'Det jag skrev.\n\n- står kvar',
  },
  fields: {
    wrongTitle: 'Skriv en rubrik.',
    wrongDay: 'Sista svarsdag är en lördag. Välj en vardag.',
    wrongStance: 'Välj en ståndpunkt.',
    wrongAnswer: 'Svaret är kortare än tjugo ord.',
  },
  reasons: ['Remissen är stängd för nya svar.'],
  formPath: '/stilguide/fel',
}

export function wrongFormSample(): Html {
  return html`${errorSummary(rejected)}
    <form class="k-form" method="post" action="/stilguide/fel">
      ${field({ name: 'wrongTitle', label: 'Rubrik', rejected, required: true, help: 'Så som den ska stå i diariet.' })}
      ${dateField({ name: 'wrongDay', label: 'Sista svarsdag', rejected })}
      ${radios({ name: 'wrongStance', label: 'Ståndpunkt', choices: stances, rejected, inline: true })}
      ${checkboxes({ name: 'wrongAreas', label: 'Områden', choices: areas, rejected, inline: true })}
      ${richField({ name: 'wrongAnswer', label: 'Svar', rejected, size: 'small' })}
      ${button({ label: 'Skicka' })}
    </form>`
}
