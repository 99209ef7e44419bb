/** The doors of writing rules and templates. */

import { z } from 'zod'
import { may, type Read } from '../../kernel/context.ts'
import { found, NotFound } from '../../kernel/errors.ts'
import { answer, download, endpoint, form, page, type Route } from '../../kernel/http/route.ts'
import { together } from '../../kernel/together.ts'
import { usualRules, writingRules } from '../checking/index.ts'
import { capital } from '../../kernel/ui/index.ts'
import { paperPdf } from '../../kernel/documents/index.ts'
import { clearTemplate, restoreVersion, saveRules, saveTemplate } from './commands.ts'
import { dressed } from './model/dress.ts'
import { samplePaper, sampleValues } from './model/sample.ts'
import { paperKinds, templateContent } from './model/template.ts'
import { house, ownerKey, type Owner } from './model/owner.ts'
import { findLatest, getOwner, heldTemplate, keeperOf, listVersions, lookOf, rulesAt } from './queries.ts'
import { text } from './text.ts'
import { overviewHref, overviewPage, rulesHref, type Held } from './views/overview.ts'
import { templateText } from './text/template.ts'
import { rulesPage } from './views/rules.ts'
import { templateHref, templatePage } from './views/template.ts'

const ofOwner = z.object({ owner: ownerKey })

/** One's own authority, and the house. */
const overview = page(overviewHref, {
  may: 'someone',
  params: z.object({}),
  show: async (ctx) => {
    const owners = await together([getOwner(ctx, found(ctx.actor.at)), getOwner(ctx, house)])
    return overviewPage(await together(owners.map((owner) => heldBy(ctx, owner))))
  },
})

async function heldBy(ctx: Read, owner: Owner): Promise<Held> {
  const { authorityId } = owner
  const ofHouse = await findLatest(ctx, { authorityId: null, kind: 'rules' })
  return {
    owner,
    latest: await findLatest(ctx, { authorityId, kind: 'rules' }),
    isHouses: ofHouse !== null,
    rules: await rulesOf(ctx, owner),
    template: await heldTemplate(ctx, owner),
    mayChange: may(ctx.actor, saveRules.id, await keeperOf(ctx, owner)),
  }
}

async function rulesOf(ctx: Read, { authorityId }: Owner) {
  if (authorityId !== null) return rulesAt(ctx, authorityId)
  const latest = await findLatest(ctx, { authorityId, kind: 'rules' })
  return latest === null ? usualRules : writingRules.parse(latest.content)
}

/** Only those who keep it have the page where it is changed. */
async function keptOwner(ctx: Read, key: string): Promise<Owner> {
  const owner = await getOwner(ctx, key)
  if (!may(ctx.actor, saveRules.id, await keeperOf(ctx, owner))) throw new NotFound()
  return owner
}

const rules = page(`${overviewHref}/:owner/skrivregler`, {
  may: 'templates.save-rules',
  params: ofOwner,
  show: async (ctx, { owner: key }, rejected) => {
    const owner = await keptOwner(ctx, key)
    const versions = await listVersions(ctx, { authorityId: owner.authorityId, kind: 'rules' })
    return rulesPage({ owner, rules: await rulesOf(ctx, owner), versions, rejected })
  },
})

const template = page(`${overviewHref}/:owner/mall`, {
  may: 'templates.save-template',
  params: ofOwner,
  show: async (ctx, { owner: key }, rejected) => {
    const owner = await keptOwner(ctx, key)
    const look = await lookOf(ctx, (await heldTemplate(ctx, owner))?.id ?? null)
    const versions = await listVersions(ctx, { authorityId: owner.authorityId, kind: 'template' })
    return templatePage({ owner, look, versions, rejected })
  },
})

const example = download(`${overviewHref}/:owner/mall/exempel.pdf`, {
  may: 'someone',
  params: ofOwner.extend({ slag: z.enum(paperKinds).default('memo').catch('memo') }),
  send: async (ctx, { owner: key, slag: kind }) => {
    const owner = await getOwner(ctx, key)
    const look = await lookOf(ctx, (await heldTemplate(ctx, owner))?.id ?? null)
    const paper = samplePaper(kind, capital(owner.name), templateText.sample)
    const body = await paperPdf(dressed(paper, look, { kind, values: sampleValues }))
    return { name: `${key}.pdf`, mediaType: 'application/pdf', inline: true, body }
  },
})

export const routes: readonly Route[] = [
  overview,
  rules,
  template,
  example,
  form(template.path, saveTemplate, {
    back: template.path,
    then: (_, { owner }) => templateHref({ key: owner }),
    says: () => templateText.saved,
  }),
  endpoint('/templates/:owner', saveTemplate, 'PUT'),
  form(`${template.path}/aterga`, clearTemplate, {
    back: template.path,
    then: (_, { owner }) => templateHref({ key: owner }),
    says: () => templateText.cleared,
  }),
  endpoint('/templates/:owner/clear', clearTemplate),
  answer('/templates/:owner', {
    may: 'someone',
    params: ofOwner,
    /** `version` is what a saving must name; 0: nothing of its own. */
    result: z.object({ owner: z.string(), version: z.number(), template: templateContent.nullable() }),
    show: async (ctx, { owner: key }) => {
      const owner = await getOwner(ctx, key)
      const own = await findLatest(ctx, { authorityId: owner.authorityId, kind: 'template' })
      return {
        owner: owner.key,
        version: own?.version ?? 0,
        template: (await heldTemplate(ctx, owner))?.content ?? null,
      }
    },
  }),
  form(rules.path, saveRules, {
    back: rules.path,
    then: (_, { owner }) => rulesHref({ key: owner }),
    says: () => text.rules.saved,
  }),
  form(`${overviewHref}/versioner/:versionId/aterstall`, restoreVersion, {
    back: overviewHref,
    then: (_, { owner, kind }) => (kind === 'rules' ? rulesHref({ key: owner }) : templateHref({ key: owner })),
    says: () => text.restored,
  }),
  endpoint('/writing-rules/:owner', saveRules, 'PUT'),
  endpoint('/template-versions/:versionId/restore', restoreVersion),
  answer('/writing-rules/:owner', {
    may: 'someone',
    params: ofOwner,
    /** `version` is what a saving must name; 0: nothing of its own, and what is said here comes from the house or is usual. */
    result: z.object({ owner: z.string(), version: z.number(), rules: writingRules }),
    show: async (ctx, { owner: key }) => {
      const owner = await getOwner(ctx, key)
      const latest = await findLatest(ctx, { authorityId: owner.authorityId, kind: 'rules' })
      return { owner: owner.key, version: latest?.version ?? 0, rules: await rulesOf(ctx, owner) }
    },
  }),
]
