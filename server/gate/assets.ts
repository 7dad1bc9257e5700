import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Color, contrast, readColor, textColorOn } from '../domain/color.ts'
import { unlogged } from '../unlogged.ts'

type Asset = { path: string; type: string; text: string }
type Assets = { style: Asset; script: Asset; frameScript: Asset }

const prefix = '/payment/gate'
const usualColor: Color = '#0a6b52'

let assets: Assets | undefined

/** The gate's own files, named after what is in them. Read on the first visit, so that starting is fast. */
export function readAssets(): Assets {
  assets ??= {
    style: readAsset('gate.css', 'text/css'),
    script: readAsset('gate.js', 'text/javascript'),
    frameScript: readAsset('frame.js', 'text/javascript'),
  }
  return assets
}

/** A style sheet per colour: the policy allows no inline style, and its URL says all there is to say. */
export function themePath(color: string | null): string {
  return `${prefix}/theme/${(readColor(color) ?? usualColor).slice(1)}.css`
}

/** Both kinds of files never change under their names, so browsers may keep them. */
export function registerAssets(app: FastifyInstance): void {
  const options = { onRequest: unlogged }

  app.get<{ Params: { name: string } }>(`${prefix}/assets/:name`, options, (request, reply) => {
    const asset = Object.values(readAssets()).find(({ path }) => path === `${prefix}/assets/${request.params.name}`)
    return asset ? send(reply, asset.type, asset.text) : reply.callNotFound()
  })

  app.get<{ Params: { name: string } }>(`${prefix}/theme/:name`, options, (request, reply) => {
    const [, digits] = /^([0-9a-f]{6})\.css$/.exec(request.params.name) ?? []
    return digits === undefined ? reply.callNotFound() : send(reply, 'text/css', theme(`#${digits}`))
  })
}

function readAsset(name: string, type: string): Asset {
  const text = readFileSync(new URL(import.meta.resolve(`#server/gate/assets/${name}`)), 'utf8')
  const path = `${prefix}/assets/${name.replace('.', `-${hash('sha256', text).slice(0, 12)}.`)}`
  return { path, type, text }
}

function send(reply: FastifyReply, type: string, text: string): FastifyReply {
  return reply
    .type(`${type}; charset=utf-8`)
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('x-content-type-options', 'nosniff')
    .send(text)
}

/** A pale brand still gets a visible edge on the white page. */
function theme(brand: Color): string {
  const edge = contrast(brand, '#ffffff') < 3 ? '#767676' : brand
  return `:root{--brand:${brand};--on-brand:${textColorOn(brand)};--brand-edge:${edge}}\n`
}
