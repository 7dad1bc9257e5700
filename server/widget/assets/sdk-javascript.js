// A stand-in for Intram's widget, by a sandbox in which no money moves: opens the payment page over the page of a merchant.
// What it resolves with comes from a browser. As with Intram's own: ask the API for the status before you deliver.
;(() => {
  const sandbox = new URL(document.currentScript.src).origin
  const usualColor = '#0a6b52'
  /** How long a customer sees what became of the payment, unless they close the receipt themselves. */
  const receiptMs = { SUCCESS: 2500, FAIL: 5000, CANCELED: 0 }
  const language = navigator.languages.find((tag) => /^(fr|en)/.test(tag))
  const say = language?.startsWith('en')
    ? { title: 'Payment', close: 'Close the payment', loading: 'One moment…' }
    : { title: 'Paiement', close: 'Fermer le paiement', loading: 'Un instant…' }

  const style = `
    :host { all: initial; }
    dialog {
      position: fixed; inset: 0; z-index: 2147483647; box-sizing: border-box; display: flex; flex-direction: column;
      width: 100%; max-width: none; height: 100%; max-height: none; margin: 0; padding: 0; border: 0;
      background: #f3f5f7; color: #1b1f24; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
    }
    dialog:focus { outline: none; }
    dialog::backdrop { background: rgb(15 20 25 / 60%); }
    .bar {
      flex: none; display: flex; align-items: center; justify-content: space-between; gap: 8px;
      padding: 4px 4px 4px 16px; border-top: 4px solid var(--brand); background: #fff;
    }
    h2 { margin: 0; min-width: 0; overflow: hidden; font-size: 1rem; text-overflow: ellipsis; white-space: nowrap; }
    button {
      flex: none; width: 44px; height: 44px; padding: 0; border: 0; border-radius: 8px; background: none;
      color: inherit; font: 24px/1 system-ui, sans-serif; cursor: pointer;
    }
    button:hover { background: #eceff2; }
    button:focus-visible { outline: 3px solid #0b57d0; outline-offset: -3px; }
    .stage { position: relative; flex: 1; min-height: 0; }
    .loading { position: absolute; inset: 0; margin: auto; height: 1.5em; text-align: center; }
    iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; }
    @media (min-width: 40rem) {
      dialog {
        inset: 0; width: 30rem; height: min(52rem, 100% - 3rem); margin: auto; overflow: hidden; border-radius: 14px;
        box-shadow: 0 20px 60px rgb(0 0 0 / 35%);
      }
    }`

  /** The payment that is open: a second click on the merchant's button must not make another one. */
  let open

  function intramOpenWidget(options) {
    open ??= show(options ?? {}).finally(() => {
      open = undefined
    })
    return open
  }
  intramOpenWidget.init = intramOpenWidget
  window.intramOpenWidget = intramOpenWidget

  async function show(options) {
    if (options.sandbox === false) console.warn('intram-sandbox: sandbox is false, but this widget moves no money')
    const color = readColor(options.company?.color)
    const overlay = createOverlay(color)
    let result = { success: false, status: 'PENDING', transaction: null, transaction_id: null, reference: null }
    const created = create(options, color)
    let timer
    let listen

    try {
      await new Promise((close, fail) => {
        listen = ({ source, origin, data }) => {
          if (source !== overlay.frame.contentWindow || origin !== sandbox || data?.from !== 'intram-sandbox') return
          if (data.close) close()
          if (data.settled?.transaction_id !== result.transaction_id) return
          result = resultOf(data.settled)
          clearTimeout(timer)
          timer = setTimeout(close, receiptMs[result.status])
        }
        window.addEventListener('message', listen)
        overlay.onClose(close)
        created.then((payment) => {
          result = resultOf({ status: 'PENDING', ...payment })
          overlay.frame.src = sandbox + payment.path
        }, fail)
      })
    } finally {
      clearTimeout(timer)
      window.removeEventListener('message', listen)
      overlay.remove()
    }
    // Closed while it was being made: it is there all the same, and the merchant has to know which it is.
    return result.transaction_id === null ? resultOf({ status: 'PENDING', ...(await created) }) : result
  }

  /** `transaction` is the reference, as on Intram's page on Flutter, the only one that shows a result. */
  function resultOf({ status, transaction_id, reference }) {
    return { success: status === 'SUCCESS', status, transaction: reference, transaction_id, reference }
  }

  async function create(options, color) {
    const url = options.url ?? options.billing_link
    if (url) return post('/widget/frames', { url, key: options.key ?? options.public_key })
    const { public_key, amount, currency, callback_url, custom_datas, company } = options
    const { name, template, logo_url } = company ?? {}
    const asked = { public_key, amount, currency, callback_url, custom_datas }
    return post('/widget/payments', { ...secretsIn(options), ...asked, company: { name, template, color, logo_url } })
  }

  /** That a page has such keys is worth a finding. The keys themselves stay in it. */
  function secretsIn(options) {
    const names = Object.keys(options).filter((name) => /private|secret|^keys$|(marchand|merchant)_?key/i.test(name))
    return Object.fromEntries(names.map((name) => [name, null]))
  }

  async function post(path, body) {
    const answer = await fetch(sandbox + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'omit',
      body: JSON.stringify(body),
    }).catch(() => {
      const why = 'Is it running, and does the policy of this page (connect-src, frame-src) allow it?'
      throw new Error(`intram-sandbox: no answer from ${sandbox}. ${why}`)
    })
    const json = await answer.json().catch(() => null)
    if (typeof json?.error !== 'boolean') {
      throw new Error(
        `intram-sandbox: ${answer.status} from ${sandbox}, but not from the sandbox. Is a proxy before it?`,
      )
    }
    const { error, message, details = [], ...rest } = json
    if (!error) return rest
    throw new Error([`intram-sandbox: ${message}`, ...details.map((one) => `${one.path} ${one.message}`)].join('; '))
  }

  /** Any colour that the browser knows, such as "green" in Intram's example, as #rrggbb. */
  function readColor(text) {
    const canvas = document.createElement('canvas').getContext('2d')
    if (typeof text !== 'string' || !canvas) return undefined
    canvas.fillStyle = usualColor
    canvas.fillStyle = text
    return /^#[0-9a-f]{6}$/.test(canvas.fillStyle) ? canvas.fillStyle : undefined
  }

  function createOverlay(color) {
    const host = document.createElement('div')
    const root = host.attachShadow({ mode: 'open' })
    addStyle(root)
    const dialog = add(root, 'dialog', {
      role: 'dialog',
      'aria-modal': 'true',
      'aria-labelledby': 'title',
      tabindex: '-1',
    })
    dialog.style.setProperty('--brand', color || usualColor)
    const bar = add(dialog, 'div', { class: 'bar' })
    add(bar, 'h2', { id: 'title' }, say.title)
    const close = add(bar, 'button', { type: 'button', 'aria-label': say.close, title: say.close }, '×')
    const stage = add(dialog, 'div', { class: 'stage' })
    add(stage, 'p', { class: 'loading', role: 'status' }, say.loading)
    const frame = add(stage, 'iframe', {
      title: say.title,
      referrerpolicy: 'no-referrer',
    })
    const focused = document.activeElement
    const { overflow } = document.documentElement.style
    document.documentElement.style.overflow = 'hidden'
    document.body.appendChild(host)
    // It keeps the focus inside and makes all else inert.
    if (dialog.showModal) dialog.showModal()
    else dialog.setAttribute('open', '')
    // Else the cross would have it, as if closing came first.
    dialog.focus()

    return {
      frame,
      onClose(listener) {
        close.addEventListener('click', listener)
        dialog.addEventListener('cancel', (event) => {
          event.preventDefault()
          listener()
        })
      },
      remove() {
        document.documentElement.style.overflow = overflow
        host.remove()
        if (focused?.focus) focused.focus()
      },
    }
  }

  /** A strict policy of the merchant's page lets a style sheet in that a script has made, but no style element. */
  function addStyle(root) {
    try {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(style)
      root.adoptedStyleSheets = [sheet]
    } catch {
      add(root, 'style', {}, style)
    }
  }

  function add(parent, name, attributes, text) {
    const element = document.createElement(name)
    for (const attribute of Object.keys(attributes)) element.setAttribute(attribute, attributes[attribute])
    if (text !== undefined) element.textContent = text
    return parent.appendChild(element)
  }
})()
