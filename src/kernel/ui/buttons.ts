/** Buttons, and links that look like them. One primary a page; where it cannot be, the reasons stand in its place. */

import { attribute, flag, html, type Html } from '../html.ts'
import { icon, type IconName } from './icon.ts'
import { reasons } from './reasons.ts'
import { text } from './text.ts'

export type ButtonKind = 'primary' | 'secondary' | 'tertiary' | 'danger'

type Look = { readonly kind?: ButtonKind; readonly icon?: IconName; readonly small?: boolean }

export type ButtonProps = Look & {
  readonly label: string
  readonly type?: 'submit' | 'button'
  readonly name?: string
  readonly value?: string
  readonly formAction?: string
  readonly form?: string
  /** A question asked before it is done: in a dialog, or without JavaScript by a box to tick. Of a button alone in its form. */
  readonly confirm?: string
  /** Leave the form without its required fields, e.g. to save a draft. */
  readonly noValidate?: boolean
}

function look({ kind = 'primary', small }: Look): Html {
  const variant = kind === 'danger' ? 'secondary' : kind
  return html` class="ds-button" data-variant="${variant}"${attribute('data-color', colour(kind))}${attribute('data-size', small === true && 'sm')}`
}

function colour(kind: ButtonKind): string | false {
  return kind === 'danger' ? 'danger' : kind === 'primary' ? false : 'neutral'
}

export function button(props: ButtonProps): Html {
  return html`${props.confirm !== undefined && tickFirst(props.confirm, props.form)}<button
    type="${props.type ?? 'submit'}"${look(props)}${attribute('name', props.name)}${attribute('value', props.value)}${attribute(
      'formaction',
      props.formAction,
    )}${attribute('form', props.form)}${attribute('data-confirm', props.confirm)}${flag('formnovalidate', props.noValidate === true)}
  >${props.icon !== undefined && icon(props.icon)}${props.label}</button>`
}

/** The browser itself sends nothing before it is ticked. */
function tickFirst(question: string, form: string | undefined): Html {
  return html`<noscript
    ><label class="k-tick-first"
      ><input class="ds-input" type="checkbox" required${attribute('form', form)} /><span>${text.confirmed(question)}</span></label
    ></noscript
  >`
}

export type LinkButtonProps = Look & { readonly label: string; readonly href: string; readonly download?: boolean }

export function linkButton(props: LinkButtonProps): Html {
  return html`<a href="${props.href}"${look(props)}${flag('download', props.download === true)}
    >${props.icon !== undefined && icon(props.icon)}${props.label}</a
  >`
}

/** Copies the address (of this page, if none is given) and says so. Drawn only with JavaScript. */
export function copyLink(label: string, href = ''): Html {
  return html`<button type="button" class="ds-button k-js-only" data-variant="tertiary" data-color="neutral" data-size="sm" data-copy="${href}">${icon(
    'link',
  )}<span>${label}</span></button>`
}

export type PrimaryFormProps = {
  readonly action: string
  readonly label: string
  readonly fields?: Html
  readonly hidden?: Readonly<Record<string, string>>
  readonly kind?: ButtonKind
  readonly icon?: IconName
  readonly confirm?: string
  readonly files?: boolean
  /** From the rule that guards the command. If there are any, they stand where the button would. */
  readonly obstacles?: readonly string[]
}

/** A form with one button, or the reasons there is none. */
export function primaryForm(props: PrimaryFormProps): Html {
  if (props.obstacles !== undefined && props.obstacles.length > 0) return reasons(props.obstacles)
  const { label, kind = 'primary' } = props
  return html`<form
    class="k-form"
    method="post"
    action="${props.action}"${attribute('enctype', props.files === true && 'multipart/form-data')}
  >${hiddenFields(props.hidden ?? {})}${props.fields}${button({
    label,
    kind,
    ...(props.icon !== undefined && { icon: props.icon }),
    ...(props.confirm !== undefined && { confirm: props.confirm }),
  })}</form>`
}

export function hiddenFields(values: Readonly<Record<string, string>>): Html {
  return html`${Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`
}
