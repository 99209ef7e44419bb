/** A page on a screen that nobody touches draws itself anew after so many seconds: `data-again`. */

export function startAgain(): void {
  const seconds = Number(document.querySelector<HTMLElement>('[data-again]')?.dataset['again'])
  if (seconds > 0) setTimeout(() => location.reload(), seconds * 1000)
}
