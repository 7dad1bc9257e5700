// Only in the page of a merchant: tells that page, and no other, what became of the payment, and when the customer is done.

const { embedder } = document.documentElement.dataset
const { result } = document.querySelector('main').dataset

function tell(message) {
  if (parent !== window) parent.postMessage({ from: 'intram-sandbox', ...message }, embedder)
}

if (result) tell({ settled: JSON.parse(result) })

// The page around the frame hears no key that is pressed in it.
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') tell({ close: true })
})
for (const button of document.querySelectorAll('[data-close]')) {
  button.addEventListener('click', () => tell({ close: true }))
}
