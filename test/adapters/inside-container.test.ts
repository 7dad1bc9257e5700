import t from 'tap'
import { isInsideContainer } from '../../server/adapters/inside-container.ts'

t.test('Docker, Podman and Kubernetes are recognized, and a plain machine is none of them', async (t) => {
  const nothing = () => false
  t.ok(isInsideContainer({}, (path) => path === '/.dockerenv'))
  t.ok(isInsideContainer({}, (path) => path === '/run/.containerenv'))
  t.ok(isInsideContainer({ KUBERNETES_SERVICE_HOST: '10.0.0.1' }, nothing))
  t.notOk(isInsideContainer({}, nothing))
})
