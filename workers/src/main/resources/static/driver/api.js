// Asks the server as the driver of this phone. What does not arrive is Away; what is refused says why.
export class Away extends Error {}

export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || String(status));
    this.status = status;
    this.type = (problem.type || '').replace('/problems/', '');
  }
}

const PATIENCE = 20_000;
const PATIENCE_WITH_PICTURES = 120_000;

async function ask(method, path, headers, body, patience = PATIENCE) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      body,
      headers: { 'X-Orchard-Driver': 'phone', ...headers },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });
  } catch (e) {
    throw new Away(e.message);
  }
  const isJson = (answer.headers.get('Content-Type') || '').includes('json');
  let said = {};
  try {
    const text = await answer.text();
    said = isJson && text ? JSON.parse(text) : {};
  } catch (e) {
    throw new Away(e.message);
  }
  // A server that is unwell or asks for a pause gets the same again later
  if (answer.status >= 500 || answer.status === 408 || answer.status === 429 && method === 'GET') {
    throw new Away(said.detail);
  }
  if (!answer.ok) {
    throw new Refused(answer.status, said);
  }
  return said;
}

export const get = path => ask('GET', path, {});
export const remove = path => ask('DELETE', path, {});
export const post = (path, body, key) => ask('POST', path,
  { 'Content-Type': 'application/json', ...key && { 'Idempotency-Key': key } }, JSON.stringify(body));
export const upload = (path, picture, type, key) => ask('POST', path,
  { 'Content-Type': type, 'Idempotency-Key': key }, picture, PATIENCE_WITH_PICTURES);
