/** What the ledger of the sender's case says of links and answers that came by them. Never a word of an answer, or a token. */

declare module '../../../kernel/events.ts' {
  interface Events {
    'answering.link-made': { recipientId: string; body: string; email: string | null }
    'answering.links-revoked': { recipientId: string; body: string; count: number }
    'answering.read-in': { recipientId: string; body: string; file: string; aside: number }
    'answering.handed-in': {
      recipientId: string
      body: string
      by: string
      role: string
      version: number
      digest: string
      isLate: boolean
      abstains: boolean
    }
  }
}
