// CommonJS, in plain HTTP, and from a worker thread.
const { Worker, isMainThread } = require('node:worker_threads')
const http = require('node:http')

if (isMainThread) new Worker(__filename)
else
  import('./payment.mjs').then(({ buy, headers }) => {
    const call = (method) => (url, body) =>
      new Promise((resolve, reject) => {
        const { host, hostname, port, pathname } = new URL(url)
        const options = { host: hostname, port, path: pathname, method, headers: { ...headers, host } }
        const sent = http.request(options, async (answer) => {
          resolve(JSON.parse((await answer.setEncoding('utf8').toArray()).join('')))
        })
        sent.on('error', reject).end(body && JSON.stringify(body))
      })
    return buy({ post: call('POST'), get: call('GET') })
  })
