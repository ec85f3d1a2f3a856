import { type PdfText, readPdf } from '../../support/readPdf'
import type { Person } from './Person'

/** The PDF a tap opens, as another program reads it. The answer to `action` names it. */
export async function openedPdf(person: Person, action: string, ask: () => Promise<void>): Promise<PdfText> {
  const answered = person.page.waitForResponse(
    (response) =>
      response.url().endsWith('/v1/functions/documents') &&
      (response.request().postDataJSON() as { action: string }).action === action,
  )
  await ask()
  const { data } = (await (await answered).json()) as { data: { url: string } }
  const pdf = readPdf(Buffer.from(await (await fetch(data.url)).arrayBuffer()))
  return { ...pdf, text: pdf.text.replace(/\s/g, '') }
}
