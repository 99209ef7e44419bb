/**
 * Fields that come in numbers: `<div data-rows>` with its rows, and a `<template>` of one more. Its button, which saves to
 * get another row where there is no JavaScript, adds one at once. In the template, `{at}` counts from 0 and `{number}` from 1.
 */

import { all, closest } from './element.ts'

export function startRows(): void {
  document.addEventListener('click', (event) => {
    const button = closest(event, 'button[data-add-row]')
    const rows = button?.closest('[data-rows]')
    // Enter in a field of the form presses its first button: that saves, as it does without JavaScript.
    const isPressed = event.detail > 0 || document.activeElement === button
    if (!(rows instanceof HTMLElement) || !isPressed) return
    event.preventDefault()
    addRow(rows)?.querySelector<HTMLElement>('input, textarea')?.focus()
  })
}

function addRow(rows: HTMLElement): HTMLElement | undefined {
  const template = rows.querySelector('template')
  const last = all('[data-row]', rows).at(-1)
  if (template === null || last === undefined) return undefined
  const at = all('[data-row]', rows).length
  const holder = document.createElement('template')
  holder.innerHTML = template.innerHTML.replaceAll('{at}', String(at)).replaceAll('{number}', String(at + 1))
  const row = holder.content.querySelector<HTMLElement>('[data-row]')
  if (row === null) return undefined
  last.after(row)
  return row
}

type Fields = Readonly<Record<string, string | readonly string[]>>

/** Rows for everything that is to be filled in: as many as the list is long, or as the highest number in a name. */
export function fill(form: HTMLFormElement, fields: Fields): void {
  for (const rows of all('[data-rows]', form)) {
    const needed = rowsIn(fields, rows.dataset['rows'] ?? '')
    while (all('[data-row]', rows).length < needed && addRow(rows) !== undefined);
  }
}

function rowsIn(fields: Fields, name: string): number {
  const list = fields[name]
  if (list !== undefined) return typeof list === 'string' ? 1 : list.length
  const numbers = Object.keys(fields)
    .filter((field) => field.startsWith(`${name}.`) && fields[field] !== '')
    .map((field) => Number(field.slice(name.length + 1).split('.')[0]) + 1)
  return Math.max(0, ...numbers)
}
