/** The text that has not reached the server, kept in the browser until it has. */

export type Fields = Readonly<Record<string, string | readonly string[]>>
export type Kept = { readonly fields: Fields; readonly version: string | number; readonly at: string }

const prefix = 'kraftsam:unsent:'

/** Everything written in a form except files; a name that occurs several times becomes a list. */
export function fieldsOf(form: HTMLFormElement): Fields {
  const data = new FormData(form)
  const fields: Record<string, string | string[]> = {}
  for (const name of new Set(data.keys())) {
    const values = data.getAll(name).filter((value) => typeof value === 'string')
    const [only, ...more] = values
    if (only !== undefined && name !== 'version') fields[name] = more.length > 0 ? values : only
  }
  return fields
}

/** Puts kept text back. The editors are told, since they show something else than their textarea. */
export function fill(form: HTMLFormElement, fields: Fields): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement) fillInput(control, fields[control.name])
    else if (control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) {
      const value = fields[control.name]
      if (typeof value === 'string') control.value = value
      control.dispatchEvent(new CustomEvent('filled'))
    }
  }
}

function fillInput(control: HTMLInputElement, value: string | readonly string[] | undefined): void {
  if (control.type === 'checkbox' || control.type === 'radio') {
    control.checked = value === control.value || (Array.isArray(value) && value.includes(control.value))
  } else if (control.type !== 'file' && control.name !== 'version' && typeof value === 'string') control.value = value
}

export function isSame(one: Fields, other: Fields): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]))
}

/** False when the browser has no room or does not let us. */
export function keep(key: string, kept: Kept): boolean {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export function kept(key: string): Kept | undefined {
  try {
    const found: Kept | null = JSON.parse(localStorage.getItem(prefix + key) ?? 'null')
    return found ?? undefined
  } catch {
    return undefined
  }
}

export function drop(key: string): void {
  localStorage.removeItem(prefix + key)
}
