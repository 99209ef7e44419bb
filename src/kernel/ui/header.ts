/** The head of every page: whose work, in which authority, where to go, and how to find. */

import { attribute, flag, html, type Html } from '../html.ts'
import { icon, type IconName } from './icon.ts'
import { logo } from './logo.ts'
import {
  mostWaiting,
  type LayoutAuthority,
  type LayoutFrame,
  type LayoutPerson,
  type NavItem,
  type Screen,
  type Theme,
} from './screen.ts'
import { text } from './text.ts'

export function pageHeader(frame: LayoutFrame): Html {
  return html`<header class="k-header">
  <div class="k-bar">
    <a class="k-brand" href="/" aria-label="${text.home}">${logo()}<span>${text.product}</span></a>
    ${searchBox()}
    <div class="k-bar-end">
      ${authoritySwitch(frame)}
      <a class="k-bar-icon k-phone-only" href="/sok" aria-label="${text.searchShort}">${icon('search')}</a>
      ${frame.person !== null && personMenu(frame, frame.person)}
      ${frame.navigation.length > 0 && html`<button type="button" class="k-menu-button" popovertarget="huvudmeny">${text.menu}</button>`}
    </div>
  </div>
  ${frame.navigation.length > 0 && navigation(frame)}
</header>`
}

export function plainHeader(): Html {
  return html`<header class="k-header k-header-plain">
  <div class="k-bar"><a class="k-brand" href="/" aria-label="${text.home}">${logo()}<span>${text.product}</span></a></div>
</header>`
}

/** On a wide screen a row; on a phone a sheet that the menu button opens, with no script. */
function navigation({ navigation: items, screen }: LayoutFrame): Html {
  return html`<nav class="k-nav" id="huvudmeny" popover aria-label="${text.mainNavigation}">
    <ul>
      ${items.filter(({ isApart }) => isApart !== true).map((item) => place(item, screen))}
    </ul>
  </nav>`
}

function place(item: NavItem, { section }: Screen): Html {
  const current = attribute('aria-current', item.key === section && 'page')
  return html`<li><a href="${item.href}" data-nav="${item.key}"${current}>${item.label}${waitingCount(item)}</a></li>`
}

/** A number for those who see, words for those who listen; nothing where nothing waits. */
function waitingCount({ count = 0 }: NavItem): Html {
  if (count === 0) return html``
  const isMore = count > mostWaiting
  const shown = isMore ? `${mostWaiting}+` : String(count)
  return html` <span class="k-count"><span aria-hidden="true">${shown}</span><span class="k-hidden">${
    isMore ? text.waitMore(mostWaiting) : text.wait(count)
  }</span></span>`
}

function searchBox(): Html {
  return html`<form class="k-search" role="search" action="/sok" method="get">
      <button type="submit" class="k-plain-button" aria-label="${text.searchShort}">${icon('search')}</button>
      <label class="k-hidden" for="sok">${text.search}</label>
      <input id="sok" type="search" name="q" placeholder="${text.search}" autocomplete="off" aria-keyshortcuts="/ Control+K">
      <kbd class="k-js-only" aria-hidden="true">/</kbd>
    </form>`
}

function authoritySwitch({ authorities, activeAuthority, path }: LayoutFrame): Html {
  const [first, ...others] = authorities
  if (first === undefined) return html``
  if (others.length === 0)
    return html`<span class="k-authority" title="${first.name}">${icon('building')}<span>${first.name}</span></span>`
  return html`<form class="k-authority" method="post" action="/myndighet" data-submit-on-change>
      <input type="hidden" name="back" value="${path}">
      ${icon('building')}
      <label class="k-hidden" for="myndighet">${text.authority}</label>
      <select id="myndighet" name="authority">${authorities.map((authority) => authorityOption(authority, activeAuthority))}</select>
      <button type="submit" class="k-no-js k-plain-button">${text.switchAuthority}</button>
    </form>`
}

function authorityOption({ id, name }: LayoutAuthority, active: string | null): Html {
  return html`<option value="${id}"${flag('selected', id === active)}>${name}</option>`
}

function personMenu(frame: LayoutFrame, person: LayoutPerson): Html {
  return html`<details class="k-person" data-closes>
      <summary><span class="k-avatar" data-initials="${person.initials ?? initialsOf(person.name)}"></span><span class="k-hidden">${text.me(person.name)}</span></summary>
      <div class="k-person-menu">
        <p><strong>${person.name}</strong><br>${person.title}</p>
        ${ownPlaces(frame)}
        ${themeChoice(frame)}
        <form method="post" action="/logga-ut"><button type="submit" class="k-plain-button">${icon('signOut')}${text.signOut}</button></form>
      </div>
    </details>`
}

/** One's own page, and what is set up once: apart from the daily work. */
function ownPlaces({ navigation: items, screen }: LayoutFrame): Html {
  const apart = items.filter(({ isApart }) => isApart === true)
  if (apart.length === 0) return html``
  return html`<nav class="k-apart" aria-label="${text.ownNavigation}"><ul>${apart.map((item) => place(item, screen))}</ul></nav>`
}

const themeIcons: readonly (readonly [Theme, IconName])[] = [
  ['auto', 'monitor'],
  ['light', 'sun'],
  ['dark', 'moon'],
]

function themeChoice({ theme = 'auto', path }: LayoutFrame): Html {
  return html`<form class="k-theme" method="post" action="/tema" data-theme-form>
          <input type="hidden" name="back" value="${path}">
          <fieldset>
            <legend>${text.theme}</legend>
            ${themeIcons.map(
              ([value, picture]) =>
                html`<button type="submit" class="k-plain-button" name="theme" value="${value}" aria-pressed="${value === theme ? 'true' : 'false'}">${icon(picture)}${text.themes[value]}</button>`,
            )}
          </fieldset>
        </form>`
}

function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== '')
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.slice(0, 1) ?? '').join('')
}
