/** A PDF of very many pages, written by hand: one font, a line on each page. */

/** `word` stands on the first page, the page's number on each. */
export function aLongPdf(pages: number, word: string): Uint8Array<ArrayBuffer> {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, n) => `${4 + n * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  for (let n = 0; n < pages; n++) {
    const line = `BT /F1 12 Tf 72 720 Td (${n === 0 ? `${word} ` : ''}sida ${n + 1}) Tj ET`
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + n * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${line.length} >>\nstream\n${line}\nendstream`,
    )
  }
  return Uint8Array.from(Buffer.from(assembled(objects), 'latin1'))
}

/** Body, table of places, and the trailer that says where the table is. */
function assembled(objects: readonly string[]): string {
  const parts = ['%PDF-1.4\n']
  const places: string[] = []
  let length = parts[0]?.length ?? 0
  for (const [index, object] of objects.entries()) {
    const part = `${index + 1} 0 obj\n${object}\nendobj\n`
    places.push(`${String(length).padStart(10, '0')} 00000 n \n`)
    parts.push(part)
    length += part.length
  }
  const size = objects.length + 1
  return `${parts.join('')}xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`
}
