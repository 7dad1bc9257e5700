import { readSwitch } from '../flags.ts'

/** Of the commands that take over another. */
export const hostsFlag = {
  default: false,
  read: readSwitch,
  help: {
    en: 'Give the command a hosts file of its own too, for programs that ignore proxies (Linux; takes port 4002)',
    fr: 'Donner aussi à la commande son propre fichier hosts, pour les programmes sans proxy (Linux ; prend le port 4002)',
  },
}
