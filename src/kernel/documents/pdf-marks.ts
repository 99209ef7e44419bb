/**
 * Typst 0.14 writes one standard at a time. A file that has passed its PDF/UA-1 check and is PDF/A-2a is both, so we say
 * both: an incremental update (ISO 32000-1, 7.5.6) with new metadata and a catalogue that shows the title.
 */

const accessible = `<pdfuaid:part xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">1</pdfuaid:part>`

/** PDF/A wants every property it does not know explained (ISO 19005-2, 6.6.2.3). */
const explanation =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
  '<pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>' +
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>'

type PdfObject = { readonly number: number; readonly body: string }

/** Adds the PDF/UA-1 mark to a PDF/A-2a file that Typst wrote. Throws if the file is not built as Typst builds it. */
export function markAsAccessible(pdf: Uint8Array): Uint8Array {
  // latin1 keeps every byte as one character, so that places in the text are places in the file.
  const file = withRowHeads(Buffer.from(pdf).toString('latin1'))
  const [, size, root, info, id] = must(
    /trailer\s*<<\s*\/Size (\d+)\s*\/Root (\d+) 0 R\s*\/Info (\d+) 0 R\s*\/ID (\[.*?\])\s*>>\s*startxref/s.exec(
      file.slice(file.lastIndexOf('trailer')),
    ),
  )
  const [, previous] = must(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(file))
  const catalogue = objectAt(file, Number(root))
  const [, metadata] = must(/\/Metadata (\d+) 0 R/.exec(catalogue.body))
  const changed = [withMark(objectAt(file, Number(metadata))), withTitleShown(catalogue)]

  let end = file.endsWith('\n') ? file : `${file}\n`
  const places = changed.map((object) => {
    const place = `${object.number} 1\n${String(end.length).padStart(10, '0')} 00000 n \n`
    end += `${object.number} 0 obj\n${object.body}\nendobj\n`
    return place
  })
  const trailer = `trailer\n<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R /ID ${id} /Prev ${previous} >>\n`
  return Buffer.from(`${end}xref\n${places.join('')}${trailer}startxref\n${end.length}\n%%EOF\n`, 'latin1')
}

const cell = String.raw`(/S /T)D(\n  /P \d+ 0 R\n  /A \[<<\n    /O /Table\n    )`
const firstCell = new RegExp(cell + String.raw`(/Headers \[\(U\d+x0y0\)\])`, 'g')
const otherCell = new RegExp(cell + String.raw`(/Headers \[\(U\d+x\d+y0\)\])`, 'g')

/**
 * The first cell of a row is its header; Typst 0.14 cannot say so. Scope then tells a reader what heads each cell
 * (ISO 32000-1, table 349), instead of a list that names the column alone. Nothing changes length, so nothing moves.
 */
function withRowHeads(file: string): string {
  return file
    .replace(firstCell, (_, type, between, list: string) => `${type}H${between}${'/Scope /Row'.padEnd(list.length)}`)
    .replace(otherCell, (_, type, between, list: string) => `${type}D${between}${' '.repeat(list.length)}`)
}

function must(match: RegExpExecArray | null): string[] {
  if (match === null) throw new Error('This PDF is not built as Typst 0.14 builds it')
  return [...match]
}

function objectAt(file: string, number: number): PdfObject {
  const start = file.lastIndexOf(`\n${number} 0 obj\n`)
  const [, body = ''] = must(/^\n\d+ 0 obj\n(.*?)\nendobj\n/s.exec(file.slice(start)))
  return { number, body }
}

function withMark({ number, body }: PdfObject): PdfObject {
  const [, packet = ''] = must(/stream\r?\n(.*)\r?\nendstream/s.exec(body))
  const marked = packet
    .replace('</rdf:Bag></pdfaExtension:schemas>', `${explanation}</rdf:Bag></pdfaExtension:schemas>`)
    .replace('<pdfaid:part>', `${accessible}<pdfaid:part>`)
  const length = `<< /Type /Metadata /Subtype /XML /Length ${marked.length} >>`
  return { number, body: `${length}\nstream\n${marked}\nendstream` }
}

/** PDF/UA-1, 7.1: the window shows the title, not the file's name. */
function withTitleShown({ number, body }: PdfObject): PdfObject {
  if (body.includes('/DisplayDocTitle true')) return { number, body }
  return { number, body: body.replace(/\/ViewerPreferences\s*<</, '$& /DisplayDocTitle true') }
}
