import t from 'tap'
import { readRewrites, rewriteUrl } from '../../server/domain/rewrite.ts'

const rewritten: [string, string, string][] = [
  ['localhost=host.docker.internal', 'http://localhost:3000/cb?a=1', 'http://host.docker.internal:3000/cb?a=1'],
  ['localhost=host.docker.internal', 'http://localhost/cb', 'http://host.docker.internal/cb'],
  ['LocalHost=web', 'https://LOCALHOST/cb', 'https://web/cb'],
  ['localhost:3000=web:80', 'http://localhost:3000/cb', 'http://web/cb'],
  ['localhost:3000=web', 'http://localhost:3000/cb', 'http://web:3000/cb'],
  ['shop.test:443=web:8443', 'https://shop.test/cb', 'https://web:8443/cb'],
  ['shop.test:80=web:8080', 'http://shop.test/cb', 'http://web:8080/cb'],
  ['127.0.0.1=[::1]', 'http://127.0.0.1:8000/', 'http://[::1]:8000/'],
  ['[::1]:8000=web:9000', 'http://[::1]:8000/', 'http://web:9000/'],
  ['localhost=host.docker.internal', 'http://127.0.0.1:8000/cb', 'http://host.docker.internal:8000/cb'],
  ['localhost=host.docker.internal', 'http://[::1]:8000/cb', 'http://host.docker.internal:8000/cb'],
  ['localhost=host.docker.internal', 'https://shop.localhost/cb', 'https://host.docker.internal/cb'],
  ['localhost:8000=web:80', 'http://127.0.0.1:8000/cb', 'http://web/cb'],
  ['127.0.0.1=a,localhost=b', 'http://127.0.0.1/', 'http://a/'],
  ['localhost:1=a, localhost=b', 'http://localhost:3000/', 'http://b:3000/'],
  ['localhost=a,localhost=b', 'http://localhost/', 'http://a/'],
]

for (const [rules, url, target] of rewritten) {
  t.test(`${rules} takes ${url} to ${target}`, async (t) => {
    t.equal(rewriteUrl(url, readRewrites(rules)), target)
  })
}

t.test('a rewrite of an address is one of that address alone', async (t) => {
  const rules = readRewrites('127.0.0.1=web,[::1]=web')
  for (const url of ['http://localhost/', 'http://127.0.0.2/', 'http://localhost.shop.test/']) {
    t.equal(rewriteUrl(url, rules), url)
  }
})

t.test('other hosts and other ports stay as they are, to the letter', async (t) => {
  const rules = readRewrites('localhost:3000=web:80')
  for (const url of [
    'http://localhost:3001/cb',
    'http://localhost',
    'https://shop.test/a/../b',
    'http://web/localhost:3000',
  ]) {
    t.equal(rewriteUrl(url, rules), url)
  }
})

for (const text of [
  '',
  'localhost',
  'localhost=',
  '=web',
  'a=b=c',
  'http://localhost=web',
  'a=b,',
  'a=b/c',
  'a b=c',
  'a=b:x',
  'a=b:99999',
]) {
  t.test(`${JSON.stringify(text)} is no rewrite, and the refusal shows one`, async (t) => {
    t.throws(() => readRewrites(text), { code: 'rewrite_not_readable', message: /localhost=host\.docker\.internal/ })
  })
}
