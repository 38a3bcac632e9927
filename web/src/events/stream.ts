/** Something that happened, from `/api/v1/events`. */
export interface ServerEvent {
  /** Its number; null for what is true only now, such as progress. */
  id: string | null;
  /** Such as `post.published`. */
  type: string;
  data: unknown;
}

/** Makes events of the text of a stream, whichever way it is cut. */
export class EventParser {
  private rest = '';
  private id: string | null = null;
  private type = '';
  private data: string[] = [];

  /** Takes the next piece and gives back what it completes. */
  push(text: string): ServerEvent[] {
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.line(line.endsWith('\r') ? line.slice(0, -1) : line));
  }

  private line(line: string): ServerEvent[] {
    if (line === '') {
      return this.finish();
    }

    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    switch (name) {
      case 'id':
        this.id = value;
        break;
      case 'event':
        this.type = value;
        break;
      case 'data':
        this.data.push(value);
        break;
    }

    return [];
  }

  private finish(): ServerEvent[] {
    const { id, type, data } = this;
    this.id = null;
    this.type = '';
    this.data = [];
    return data.length === 0
      ? []
      : [{ id, type: type || 'message', data: JSON.parse(data.join('\n')) as unknown }];
  }
}

/** How a connection ended: the session is over, or it merely broke. */
export type StreamEnd = 'unauthenticated' | 'broken';

/**
 * Follows the stream until it ends. `fetch` instead of EventSource, because that one must know all types of events
 * beforehand and cannot tell an ended session from a network that is gone.
 */
export async function follow(
  after: string | null,
  signal: AbortSignal,
  opened: () => void,
  receive: (event: ServerEvent) => void,
): Promise<StreamEnd> {
  const headers: Record<string, string> = { Accept: 'text/event-stream' };
  if (after !== null) {
    headers['Last-Event-ID'] = after;
  }

  try {
    const response = await fetch('/api/v1/events', { headers, signal, credentials: 'same-origin' });
    if (!response.ok || response.body === null) {
      return response.status === 401 ? 'unauthenticated' : 'broken';
    }

    opened();
    const parser = new EventParser();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return 'broken';
      }

      for (const event of parser.push(value)) {
        receive(event);
      }
    }
  } catch (error) {
    if (signal.aborted || error instanceof TypeError || error instanceof DOMException) {
      return 'broken';
    }

    throw error;
  }
}
