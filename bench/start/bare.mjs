// Plain JavaScript, like its neighbours: loading TypeScript would be part of what is timed.
import { createServer } from 'node:http'

createServer((request, response) => {
  request.resume()
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end('{"status":"ok"}')
}).listen(Number(process.env.PORT), '127.0.0.1')
