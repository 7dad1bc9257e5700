import type { Plugin } from 'rolldown'

export function bundle(folder: string, plugins?: Plugin[]): Promise<void>
