import { isLoopback } from '../loopback.ts'
import type { ConnectionFinding } from './diagnosis.ts'

/** What goes wrong before there is an answer, certificates apart. */
export const connections: readonly ConnectionFinding[] = [
  {
    code: 'localhost-in-container',
    applies: ({ outcome, url, insideContainer }) =>
      outcome.kind === 'refused-connection' && insideContainer && isLoopback(url.hostname),
    sentence: ({ url }) => ({
      en: `Nothing listens on ${url.host}: the sandbox runs in a container, where ${url.hostname} is the container itself and not your machine.`,
      fr: `Rien n’écoute sur ${url.host} : intram-sandbox tourne dans un conteneur, où ${url.hostname} désigne le conteneur lui-même et non votre machine.`,
    }),
    fix: {
      en: 'Start the sandbox with --callback-rewrite localhost=host.docker.internal (on Linux also docker run --add-host host.docker.internal:host-gateway), and let your application listen on 0.0.0.0.',
      fr: 'Lancez intram-sandbox avec --callback-rewrite localhost=host.docker.internal (sous Linux, aussi docker run --add-host host.docker.internal:host-gateway) et faites écouter votre application sur 0.0.0.0.',
    },
  },
  {
    code: 'connection-refused',
    applies: ({ outcome }) => outcome.kind === 'refused-connection',
    sentence: ({ url }) => ({
      en: `Nothing listens on ${url.host}: the connection was refused.`,
      fr: `Rien n’écoute sur ${url.host} : la connexion a été refusée.`,
    }),
    fix: {
      en: 'Start your application and check the port in callback_url; in a container, it must listen on 0.0.0.0 and publish its port.',
      fr: 'Démarrez votre application et vérifiez le port de callback_url ; dans un conteneur, elle doit écouter sur 0.0.0.0 et publier son port.',
    },
  },
  {
    code: 'docker-host-unknown',
    applies: ({ outcome, url }) => outcome.kind === 'dns-failed' && url.hostname === 'host.docker.internal',
    sentence: () => ({
      en: 'host.docker.internal has no address here: on Linux, Docker adds it only when asked, and outside of a container it does not exist.',
      fr: 'host.docker.internal n’a pas d’adresse ici : sous Linux, Docker ne l’ajoute que sur demande, et hors d’un conteneur il n’existe pas.',
    }),
    fix: {
      en: 'Start the container with --add-host host.docker.internal:host-gateway (Compose: extra_hosts); outside of a container, use localhost.',
      fr: 'Lancez le conteneur avec --add-host host.docker.internal:host-gateway (Compose : extra_hosts) ; hors d’un conteneur, utilisez localhost.',
    },
  },
  {
    code: 'bare-name-unknown',
    applies: ({ outcome, url }) => outcome.kind === 'dns-failed' && !url.hostname.includes('.'),
    sentence: ({ url }) => ({
      en: `The name ${url.hostname} has no address here: the names of containers are known only to containers on the same network.`,
      fr: `Le nom ${url.hostname} n’a pas d’adresse ici : les noms de conteneurs ne sont connus que des conteneurs du même réseau.`,
    }),
    fix: {
      en: 'Put the sandbox and your application on one Docker network, or use localhost and the published port when the sandbox runs outside.',
      fr: 'Mettez intram-sandbox et votre application sur un même réseau Docker, ou utilisez localhost et le port publié si intram-sandbox tourne en dehors.',
    },
  },
  {
    code: 'host-unknown',
    applies: ({ outcome }) => outcome.kind === 'dns-failed',
    sentence: ({ url }) => ({
      en: `DNS gives no address for ${url.hostname}.`,
      fr: `Le DNS ne donne aucune adresse pour ${url.hostname}.`,
    }),
    fix: {
      en: 'Check the spelling in callback_url, and that the name resolves where the sandbox runs (DNS, /etc/hosts); a tunnel’s name changes when it restarts.',
      fr: 'Vérifiez l’orthographe dans callback_url et que le nom se résout là où tourne intram-sandbox (DNS, /etc/hosts) ; le nom d’un tunnel change quand il redémarre.',
    },
  },
  {
    code: 'host-unreachable',
    applies: ({ outcome }) => outcome.kind === 'unreachable',
    sentence: ({ url }) => ({
      en: `No route leads to ${url.host}.`,
      fr: `Aucune route ne mène à ${url.host}.`,
    }),
    fix: {
      en: 'Check the address, the firewall, the VPN, and that both are on one network; try another address family when the host has IPv6 and this machine has not.',
      fr: 'Vérifiez l’adresse, le pare-feu, le VPN et que les deux sont sur un même réseau ; changez de famille d’adresses si l’hôte est en IPv6 et pas cette machine.',
    },
  },
  {
    code: 'no-answer-in-time',
    applies: ({ outcome }) => outcome.kind === 'timed-out',
    sentence: ({ url, outcome }) => ({
      en: `${url.host} gave no complete answer within ${inSeconds(outcome.durationMs)} s.`,
      fr: `${url.host} n’a pas donné de réponse complète en ${inSeconds(outcome.durationMs)} s.`,
    }),
    fix: {
      en: 'Acknowledge first with a 2xx and work later (queue, background job); php -S, artisan serve and the like answer one request at a time and may be waiting for themselves; a firewall that drops packets looks the same.',
      fr: 'Accusez réception d’abord par un 2xx et travaillez ensuite (file, tâche de fond) ; php -S, artisan serve et consorts ne traitent qu’une requête à la fois et s’attendent parfois eux-mêmes ; un pare-feu qui jette les paquets donne le même effet.',
    },
  },
  {
    code: 'no-http',
    applies: ({ outcome }) => outcome.kind === 'invalid-response',
    sentence: ({ url }) => ({
      en: `What listens on ${url.host} answered with something that is not HTTP.`,
      fr: `Ce qui écoute sur ${url.host} a répondu autre chose que du HTTP.`,
    }),
    fix: {
      en: 'Check the port in callback_url; a port that speaks TLS needs https://.',
      fr: 'Vérifiez le port de callback_url ; un port qui parle TLS demande https://.',
    },
  },
  {
    code: 'connection-dropped',
    applies: ({ outcome }) => outcome.kind === 'dropped',
    sentence: ({ url }) => ({
      en: `${url.host} closed the connection before its answer was complete.`,
      fr: `${url.host} a fermé la connexion avant la fin de sa réponse.`,
    }),
    fix: {
      en: 'The application probably crashed or restarted while it handled the callback: see its log; a port that speaks TLS needs https://.',
      fr: 'L’application a sans doute planté ou redémarré pendant le callback : voyez son journal ; un port qui parle TLS demande https://.',
    },
  },
]

function inSeconds(durationMs: number): number {
  return durationMs < 1_000 ? durationMs / 1_000 : Math.round(durationMs / 1_000)
}
