// How long each of some sandboxes takes to start in one process, in ms. The first one pays for what all share.
const times = []
for (let i = 0; i < 11; i++) {
  const begin = performance.now()
  const { startSandbox } = await import('intram-sandbox')
  const sandbox = await startSandbox()
  times.push(performance.now() - begin)
  await sandbox.close()
}
process.send(times)
