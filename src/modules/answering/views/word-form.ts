/** The Word form as a file: each field in a content control that is known again by its tag, under the headings of the questions. */

import { xmlText } from '../../../kernel/xml.ts'
import { zipOf } from '../../../kernel/zip.ts'
import { speaking } from '../../../kernel/words.ts'
import { propertyName, tagOf, type FormField, type WordForm } from '../model.ts'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The form as a DOCX. The same form gives the same bytes. */
export function formFile(form: WordForm): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relations([
      ['officeDocument', 'word/document.xml', officeRelations],
      ['custom-properties', 'docProps/custom.xml', officeRelations],
      ['metadata/core-properties', 'docProps/core.xml', packageRelations],
    ]),
    'docProps/core.xml': core(form),
    'docProps/custom.xml': custom(form),
    'word/_rels/document.xml.rels': relations([
      ['styles', 'styles.xml', officeRelations],
      ['settings', 'settings.xml', officeRelations],
    ]),
    'word/document.xml': document(form),
    'word/settings.xml': `${head}<w:settings xmlns:w="${w}"><w:themeFontLang w:val="sv-SE"/></w:settings>`,
    'word/styles.xml': styles(),
  }
  const encoder = new TextEncoder()
  return zipOf(Object.entries(parts).map(([name, words]) => ({ name, bytes: encoder.encode(words) })))
}

function contentTypes(): string {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const of = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}+xml"/>`
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${of('word/document.xml', `${word}.document.main`)}${of('word/styles.xml', `${word}.styles`)}${of('word/settings.xml', `${word}.settings`)}${of('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties')}${of('docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties')}</Types>`
}

function relations(list: readonly (readonly [string, string, string])[]): string {
  const each = list.map(
    ([type, target, base], at) => `<Relationship Id="r${at + 1}" Type="${base}/${type}" Target="${target}"/>`,
  )
  return `${head}<Relationships xmlns="${packageRelations}">${each.join('')}</Relationships>`
}

function core({ title }: WordForm): string {
  return `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:language>sv-SE</dc:language></cp:coreProperties>`
}

function custom({ recipientId }: WordForm): string {
  return `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${propertyName}"><vt:lpwstr>${xmlText(recipientId)}</vt:lpwstr></property></Properties>`
}

function document({ title, lead, parts }: WordForm): string {
  const body = [
    paragraph(title, 'Title'),
    ...lead.map((line) => paragraph(line)),
    ...parts.flatMap(({ heading, help, fields }) => [
      paragraph(heading, 'Heading1'),
      ...help.map((line) => paragraph(line, 'Help')),
      ...fields.map(fieldXml),
    ]),
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1418" w:bottom="1134" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>',
  ]
  return `${head}<w:document xmlns:w="${w}"><w:body>${body.join('')}</w:body></w:document>`
}

function run(words: string): string {
  return `<w:r><w:t xml:space="preserve">${xmlText(words)}</w:t></w:r>`
}

function hint(words: string): string {
  return `<w:r><w:rPr><w:rStyle w:val="Placeholder"/></w:rPr><w:t xml:space="preserve">${xmlText(words)}</w:t></w:r>`
}

function paragraph(words: string, style?: string): string {
  const look = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`
  return `<w:p>${look}${run(words)}</w:p>`
}

/** A control of its own for each field; its id is made of its tag, so that it is the same each time. */
function control(field: FormField, kind: string, content: string): string {
  const tag = tagOf(field.place)
  return `<w:sdt><w:sdtPr><w:alias w:val="${xmlText(field.label.slice(0, 60))}"/><w:tag w:val="${tag}"/><w:id w:val="${idOf(tag)}"/><w:showingPlcHdr/>${kind}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
}

function idOf(tag: string): number {
  let sum = 7
  for (const sign of tag) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 2_000_000_000
  return sum
}

function fieldXml(field: FormField): string {
  if (field.control === 'choice') return inline(field, choices(field.options), field.hint)
  if (field.control === 'line') return inline(field, '<w:text/>', field.hint)
  const label = paragraph(field.label, 'Label')
  if (field.control === 'table') return `${label}${table(field)}`
  const content = `<w:p>${hint(field.hint)}</w:p>`
  return `${label}${control(field, '<w:richText/>', content)}`
}

/** "Ståndpunkt: [välj]": the label and its control in one paragraph. */
function inline(field: FormField, kind: string, placeholder: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="Label"/></w:pPr>${run(`${field.label}: `)}${control(field, kind, hint(placeholder))}</w:p>`
}

function choices(options: readonly string[]): string {
  const items = options.map((one) => `<w:listItem w:displayText="${xmlText(one)}" w:value="${xmlText(one)}"/>`)
  return `<w:dropDownList>${items.join('')}</w:dropDownList>`
}

const emptyRows = 6

/** A row for each; the control is round the whole table, so that rows may be added. */
function table(field: FormField): string {
  const cell = (content: string) => `<w:tc><w:tcPr><w:tcW w:w="2250" w:type="dxa"/></w:tcPr>${content}</w:tc>`
  const heads = field.options.map((one) => cell(paragraph(one, 'Label'))).join('')
  const empty = `<w:tr>${field.options.map(() => cell('<w:p/>')).join('')}</w:tr>`
  const grid = field.options.map(() => '<w:gridCol w:w="2250"/>').join('')
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) => `<w:${side} w:val="single" w:sz="4" w:color="767676"/>`,
  )
  const rows = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${heads}</w:tr>${empty.repeat(emptyRows)}`
  const content = `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>${borders.join('')}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`
  return control(field, '', content).replace('<w:showingPlcHdr/>', '')
}

function styles(): string {
  const font = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'
  const of = (id: string, about: { name: string; ppr: string; rpr: string }) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${about.name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>${about.ppr}</w:pPr><w:rPr>${about.rpr}</w:rPr></w:style>`
  return `${head}<w:styles xmlns:w="${w}"><w:docDefaults><w:rPrDefault><w:rPr>${font}<w:sz w:val="22"/><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${of('Title', { name: 'Title', ppr: '<w:spacing w:after="200"/>', rpr: '<w:b/><w:sz w:val="36"/>' })}${of('Heading1', { name: 'heading 1', ppr: '<w:keepNext/><w:spacing w:before="360" w:after="80"/><w:outlineLvl w:val="0"/>', rpr: '<w:b/><w:sz w:val="26"/>' })}${of('Label', { name: 'Label', ppr: '<w:keepNext/><w:spacing w:before="120" w:after="60"/>', rpr: '<w:b/>' })}${of('Help', { name: 'Help', ppr: '', rpr: '<w:color w:val="595959"/>' })}<w:style w:type="character" w:styleId="Placeholder"><w:name w:val="Placeholder Text"/><w:rPr><w:color w:val="595959"/></w:rPr></w:style></w:styles>`
}

/** In Swedish whoever downloads it. */
export function swedishForm(form: WordForm): Uint8Array {
  return speaking('sv', () => formFile(form))
}
