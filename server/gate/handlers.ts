// All that draws a page, which is loaded when a page is asked for first.
export { receive } from './receive.ts'
export { sendError } from './send-error.ts'
export { show, showStatus } from './show.ts'
