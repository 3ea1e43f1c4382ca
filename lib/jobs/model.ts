import 'server-only'
import { config } from '@/lib/config'
import type { Found, Question } from '@/lib/values/model-answer'
import { askOutside, jsonOf } from './outside'

/** A language model: any endpoint that speaks as OpenAI's does, a local one too. */
export type Endpoint = { url: string; key?: string | undefined; model: string; withinMs?: number }
const patience = 8_000

/** The configured model, or null without one. */
export function configuredModel(): Endpoint | null {
  const { HOST_AI_URL: url, HOST_AI_KEY: key, HOST_AI_MODEL: model } = config()
  return url && model ? { url, key, model } : null
}

/**
 * Asks a model for JSON and gives each answer to `read`; what is no use is asked for once more, with what was wrong.
 * Null when it is silent for eight seconds or no use twice. Never throws.
 */
export async function askModel<T>(
  endpoint: Endpoint,
  { system, user, warmth, mostTokens }: Question,
  read: (answer: string) => Found<T>,
): Promise<T | null> {
  const messages = [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ]
  for (let attempt = 0; attempt < 2; attempt++) {
    const said = await askOutside({
      url: `${endpoint.url}/chat/completions`,
      bearer: endpoint.key,
      withinMs: endpoint.withinMs ?? patience,
      mostBytes: 64_000,
      json: {
        model: endpoint.model,
        messages,
        // The form that every one of these services knows; a schema is not.
        response_format: { type: 'json_object' },
        max_tokens: mostTokens,
        temperature: warmth,
        stream: false,
      },
    })
    if ('silence' in said) return null
    const answer = read(contentOf(jsonOf(said)))
    if ('found' in answer) return answer.found
    messages.push({ role: 'user', content: `The last answer could not be used: ${answer.wrong}. Answer again.` })
  }
  return null
}

type Completion = { choices?: { message?: { content?: unknown } }[] } | null

function contentOf(completion: unknown): string {
  const content = (completion as Completion)?.choices?.[0]?.message?.content
  return typeof content === 'string' ? content : ''
}
