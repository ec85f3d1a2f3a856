import { PlatformError } from '../errors'
import type { PrintedText } from '../openapi/PrintedText'
import type { OpenApiAnswer, SubscribeMessage } from '../openapi/subscribeMessage'
import type { Operation } from '../server/admin'
import type { FunctionConfig } from '../server/readProject'

interface WxApiOptions {
  subscribeMessage: SubscribeMessage
  printedText: PrintedText
  functionOfToken: (token: string) => FunctionConfig | undefined
}

/** `wx.api`, the SDK's `callWxOpenApi`: WeChat's errors are values (`errcode`), not failures of the call. */
export function wxapiOperations(options: WxApiOptions): Record<string, Operation> {
  const interfaces: Record<string, (request: unknown) => OpenApiAnswer | Promise<OpenApiAnswer>> = {
    'subscribeMessage.send': (request) => options.subscribeMessage.send(request),
    'ocr.printedText': (request) => options.printedText.read(request),
  }
  return {
    'wx.api': async ({ apiName, requestData, wxCloudApiToken }) => {
      const name = String(apiName)
      // As on the platform: only a running call of a function that declares the interface in its config.json.
      const caller = options.functionOfToken(String(wxCloudApiToken))
      const answer = !caller?.openapi.includes(name)
        ? { errcode: -604101, errmsg: 'function has no permission to call this API' }
        : Object.hasOwn(interfaces, name)
          ? await interfaces[name]?.(parseRequest(requestData))
          : { errcode: -604100, errmsg: 'API not found' }
      return { data: { responseData: JSON.stringify(answer) } }
    },
  }
}

function parseRequest(json: unknown): unknown {
  try {
    return JSON.parse(String(json))
  } catch {
    throw new PlatformError('INVALID_PARAM', 'requestData is not JSON')
  }
}
