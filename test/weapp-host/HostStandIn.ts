import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A small HTTP server in the place of the local host: one function `echo`, and uploads it keeps. */
export class HostStandIn {
  readonly calls: { authorization: string | undefined; data: unknown }[] = []
  readonly uploads = new Map<string, Buffer>()

  private constructor(private readonly server: Server) {}

  static async start(): Promise<HostStandIn> {
    const server = createServer()
    const host = new HostStandIn(server)
    server.on('request', async (request, response) => {
      const content = await bodyOf(request)
      const path = request.url ?? ''
      if (path === '/v1/functions/echo') {
        const data = JSON.parse(content.toString()) as unknown
        host.calls.push({ authorization: request.headers.authorization, data })
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify({ count: host.calls.length, data, origin: host.url }))
      } else if (request.method === 'PUT') {
        host.uploads.set(path, content)
        response.end()
      } else {
        response.statusCode = 404
        response.end()
      }
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return host
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  stop(): Promise<void> {
    this.server.closeAllConnections()
    return new Promise((resolve) => this.server.close(() => resolve()))
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
