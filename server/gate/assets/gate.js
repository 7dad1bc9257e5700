// The page works without this script, which adds three comforts: a form is sent once, test numbers fill themselves in,
// and a page that is open somewhere else moves on when the payment is settled.

const busy = new WeakSet()

for (const form of document.forms) {
  form.addEventListener('submit', (event) => {
    if (busy.has(form)) {
      event.preventDefault()
      return
    }
    busy.add(form)
    isLeaving = true
    const button = event.submitter ?? form.querySelector('button')
    if (!button) return
    // Not `disabled`: a disabled button would not be sent along.
    button.setAttribute('aria-disabled', 'true')
    button.dataset.text = button.textContent
    button.textContent = form.dataset.busy
  })
}

for (const code of document.querySelectorAll('code[data-fill]')) {
  const number = code.textContent
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'fill'
  button.textContent = number
  button.setAttribute('aria-label', code.dataset.label)
  button.addEventListener('click', () => {
    const field = document.getElementById('number')
    const channel = document.querySelector(`input[name=channel][value=${code.dataset.fill}]`)
    if (channel) channel.checked = true
    field.value = number
    field.focus()
  })
  code.replaceChildren(button)
}

for (const logo of document.querySelectorAll('img.logo')) {
  const hide = () => logo.remove()
  if (logo.complete && logo.naturalWidth === 0) hide()
  else logo.addEventListener('error', hide)
}

const { status } = document.querySelector('main')?.dataset ?? {}
const shortestMs = 2_000
const longestMs = 15_000
let waitMs = shortestMs
let timer
let isLeaving = false // a store may take its time, and should not be asked twice

async function look() {
  clearTimeout(timer)
  if (isLeaving) return
  if (document.visibilityState === 'visible') {
    const next = await ask()
    if (isLeaving) return
    if (next !== undefined) {
      isLeaving = true
      return location.replace(next)
    }
  }
  waitMs = Math.min(Math.max(waitMs, shortestMs) * 1.25, longestMs)
  timer = setTimeout(look, waitMs)
}

async function ask() {
  try {
    const answer = await fetch(status, { headers: { accept: 'application/json' } })
    return answer.ok ? (await answer.json()).next : undefined
  } catch {
    return undefined // no network: the next time, perhaps
  }
}

function lookIn(ms) {
  if (!status) return
  clearTimeout(timer)
  waitMs = ms
  timer = setTimeout(look, ms)
}

lookIn(shortestMs)
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') lookIn(0)
})

// A browser that goes back may show the page as it was left: its buttons have to work again.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return
  isLeaving = false
  for (const form of document.forms) busy.delete(form)
  for (const button of document.querySelectorAll('button[aria-disabled]')) {
    button.removeAttribute('aria-disabled')
    button.textContent = button.dataset.text
  }
  lookIn(shortestMs)
})
