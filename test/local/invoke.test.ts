import { MAX_INSTANCES } from '../../local/invoke/FunctionPool'
import { makeProject, type RunningHost, startHost, type TestProject } from './startHost'

let project: TestProject
let host: RunningHost
beforeAll(async () => {
  project = await makeProject()
  host = await startHost(project)
})
afterAll(async () => {
  await host.stop('SIGTERM')
  project.remove()
})

type Identity = { perCall: string; processWide: string; trigger: string; userInfo?: { openId: string } }
type Pid = { pid: number; calls: number }

describe('identity of a call', () => {
  it('reaches the function through the context and the environment', async () => {
    const { token, openid } = await host.login('resident')
    expect(await host.call({ do: 'identity' }, token)).toEqual({
      perCall: openid,
      processWide: openid,
      trigger: 'tcb',
      userInfo: { appId: 'wx0000000000000000', openId: openid },
    })
  })

  it('cannot be chosen by the client', async () => {
    const { token, openid } = await host.login('neighbour')
    const forged = { do: 'identity', userInfo: { openId: 'oSomebodyElse' }, WX_OPENID: 'oSomebodyElse' }
    expect((await host.call(forged, token)) as Identity).toMatchObject({
      perCall: openid,
      userInfo: { openId: openid },
    })
    const anonymous = (await host.call(forged)) as Identity
    expect(anonymous).toEqual({ perCall: '', processWide: '', trigger: 'tcb' })
  })

  it('is refused with an unknown token', async () => {
    await expect(host.call({ do: 'identity' }, 'made-up')).rejects.toMatchObject({
      status: 401,
      code: 'INVALID_ACCESS_TOKEN',
    })
  })

  it('is never seen by the next call of the same instance, whatever a function wrote into its environment', async () => {
    const { token, openid } = await host.login('resident')
    const first = (await host.call({ do: 'environment' }, token)) as Record<string, string>
    expect(first.WX_OPENID).toBe(openid)
    await host.call({ do: 'pollute', name: 'LEFT_BEHIND', value: openid }, token)
    const { pid } = (await host.call({ do: 'count' })) as Pid
    const next = (await host.call({ do: 'environment' })) as Record<string, string>
    expect(((await host.call({ do: 'count' })) as Pid).pid).toBe(pid)
    expect(JSON.stringify(next)).not.toContain(openid)
    expect(next).toMatchObject({ TCB_ENV: 'test-env', GREETING: 'hello', TZ: 'UTC' })
    expect(next.WX_API_TOKEN).not.toBe(first.WX_API_TOKEN)
  })

  it('stays apart in concurrent calls', async () => {
    const people = await Promise.all(['resident', 'neighbour', 'manager', 'supervisor'].map((id) => host.login(id)))
    const calls = Array.from({ length: 40 }, (_, index) => people[index % people.length]!)
    const answers = await Promise.all(calls.map(({ token }) => host.call({ do: 'identity' }, token)))
    expect(answers.map((answer) => (answer as Identity).perCall)).toEqual(calls.map(({ openid }) => openid))
  })

  it('is not passed on when a function calls a function', async () => {
    const { token } = await host.login('resident')
    const answer = await host.call({ do: 'call', name: 'plain', data: { do: 'identity' } }, token)
    expect((answer as { result: Identity }).result).toEqual({ perCall: '', processWide: '', trigger: 'tcb' })
  })
})

describe('instances', () => {
  it('are reused one after the other and grow with concurrency', async () => {
    const one = (await host.call({ do: 'count' })) as Pid
    const two = (await host.call({ do: 'count' })) as Pid
    expect(two).toEqual({ pid: one.pid, calls: one.calls + 1 })
    const several = (await Promise.all([1, 2, 3].map(() => host.call({ do: 'wait', ms: 300 })))) as Pid[]
    expect(new Set(several.map(({ pid }) => pid)).size).toBe(3)
  })

  it('never number more than the limit; the calls above it wait their turn', async () => {
    const answers = (await Promise.all(Array.from({ length: 20 }, () => host.call({ do: 'wait', ms: 100 })))) as Pid[]
    expect(new Set(answers.map(({ pid }) => pid)).size).toBeLessThanOrEqual(MAX_INSTANCES)
  })

  it('see nothing of the host: not its environment, not its keys for other functions', async () => {
    const environment = (await host.call({ do: 'environment' })) as Record<string, string>
    expect(Object.keys(environment).filter((key) => /^(npm_|HOME|USER|NODE_|JEST)/.test(key))).toEqual([])
    expect(environment.SECRET).toMatch(/^[\w-]{43}$/)
  })
})

describe('a call that goes wrong', () => {
  it('by throwing answers its message and leaves the instance alive', async () => {
    const before = (await host.call({ do: 'count' })) as Pid
    await expect(host.call({ do: 'fail' })).rejects.toMatchObject({
      code: 'FUNCTION_INVOCATION_FAILED',
      message: 'TypeError: thrown on purpose',
    })
    expect(((await host.call({ do: 'count' })) as Pid).pid).toBe(before.pid)
  })

  it('by ending its process is an error of that call only', async () => {
    await expect(host.call({ do: 'exit' })).rejects.toMatchObject({ code: 'FUNCTION_INVOCATION_FAILED' })
    expect(await host.call({ do: 'count' })).toMatchObject({ calls: expect.any(Number) })
  })

  it('by running past its timeout is killed, even inside an endless loop', async () => {
    await expect(host.call({ do: 'spin' }, undefined, 'brief')).rejects.toMatchObject({
      code: 'FUNCTION_TIME_LIMIT_EXCEEDED',
    })
    const pid = Number(/\[brief\] spinning in (\d+)/.exec(host.output())?.[1])
    expect(pid).toBeGreaterThan(0)
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    await expect(host.call({ do: 'call', name: 'brief', data: { do: 'spin' } })).rejects.toThrow('exceeded 1 s')
  })

  it('by using more memory than configured is named so', async () => {
    await expect(host.call({ do: 'hoard' })).rejects.toMatchObject({ code: 'FUNCTION_MEMORY_LIMIT_EXCEEDED' })
  })

  it('by not existing, by a body that is no object, by a body that is too large', async () => {
    await expect(host.call({}, undefined, 'nobody')).rejects.toMatchObject({ status: 404, code: 'FUNCTION_NOT_FOUND' })
    expect((await host.post('/v1/functions/echo', [1])).status).toBe(400)
    expect((await host.post('/v1/functions/echo', { text: 'x'.repeat(7 << 20) })).status).toBe(413)
  })

  it('by returning nothing answers null', async () => {
    expect(await host.call({ do: 'nothing' })).toBeNull()
  })
})
