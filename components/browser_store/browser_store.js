// One text in this browser's own storage. The store belongs to the page and outlives the piece,
// which comes and goes with Streamlit's pages: the piece is its line of text and its voice.
//
// A text comes whole with a run of the page; between runs a small patch says what has changed since.
//
// The one rule: write only over what this session knows, that is what it wrote or settled itself.

const KEY = "throughline:plan"
const OFF = "throughline:plan:off"
const TAB = "throughline:tab"
const PAUSE_MS = 400
const REPEAT_MS = [4e3, 16e3, 64e3]
// A longer report would break the connection: `server.maxWidgetStateSize` allows 1,000,000 bytes
// for everything that a page sends at once.
const MOST_BYTES = 900_000
const WELL = ["nothing", "found", "saved"]
const FAILED = ["full", "too_large", "blocked"]

export default function ({ data, parentElement, setTriggerValue }) {
  const store = (window.throughlineStore ??= open())
  const $ = (query) => parentElement.querySelector(query)
  const piece = { line: $(".words"), button: $("button"), said: $("[role=status]") }
  piece.words = JSON.parse(data.words)
  piece.send = (report) => setTriggerValue("report", report)
  piece.button.textContent = piece.words.save_again
  piece.button.onclick = () => saveAgain(store)
  store.piece = piece

  const channel = "throughline:" + data.channel
  const fetch = () => {
    const news = window.throughline?.[data.channel]
    if (news?.session === store.session && takeText(store, news)) look(store)
  }
  removeEventListener(channel, store.fetch)
  store.fetch = fetch
  addEventListener(channel, fetch)

  take(store, data)
  fetch()
  return () => {
    removeEventListener(channel, fetch)
    if (store.piece === piece) store.piece = null
  }
}

// ---- what the session says -------------------------------------------------------------------

function open() {
  const store = { number: 0, saves: 0, page: random(), tab: tabId(), said: null, session: null }
  const now = () => { if (store.session) look(store, true) }
  addEventListener("storage", ({ key }) => {
    if (store.session && [KEY, OFF, null].includes(key)) look(store)
  })
  // Hidden is the last moment a phone is sure to grant; visible is when a conflict can be asked about.
  document.addEventListener("visibilitychange", now)
  addEventListener("pagehide", now)
  addEventListener("pageshow", now)
  return store
}

// `base` is the stored item that this session may write over: null for none, undefined while it is
// not known, "" after it was removed elsewhere. `told` is what Python believes.
function begin(store, session) {
  clearTimeout(store.timer)
  clearTimeout(store.repeat)
  Object.assign(store, {
    session, base: undefined, baseText: undefined, saved: null, offer: null, off: false,
    text: "", patch: "", revision: 0, written: 0, enabled: true, forget: 0,
    kind: "nothing", told: "well", last: null, unsent: false, timer: 0,
  })
}

function take(store, data) {
  if (data.session !== store.session) begin(store, data.session)
  if (data.forget > store.forget) {
    store.forget = data.forget
    remove(store)
    // What this session holds is not written back before somebody changes it.
    takeText(store, data)
    store.written = store.revision
    store.told = "well"
  }
  if (data.enabled !== store.enabled) {
    store.enabled = data.enabled
    if (data.enabled) switchOn(store)
    else switchOff(store)
  }
  if (store.offer && data.settled === store.offer.number) settle(store)
  takeText(store, data)
  if (store.last && data.seen >= store.last.number) clearTimeout(store.repeat)
  else if (store.unsent) report(store, store.last)
  look(store)
}

// The theme may call the piece again with data from before the latest answers.
function takeText(store, { text, patch, revision }) {
  if (revision <= store.revision) return false
  if (text !== undefined) store.text = text
  Object.assign(store, { patch: patch ?? "", revision })
  return true
}

function settle(store) {
  know(store, store.offer.raw)
  store.written = 0
  store.told = "well"
}

function switchOff(store) {
  remove(store) // first, so that there is room for the flag
  store.off = !attempt(() => localStorage.setItem(OFF, "1"))
  store.told = "off"
}

function switchOn(store) {
  attempt(() => localStorage.removeItem(OFF))
  store.off = false
  store.written = 0
  store.told = "well"
}

function remove(store) {
  attempt(() => localStorage.removeItem(KEY))
  know(store, null)
}

function saveAgain(store) {
  know(store, null)
  store.written = 0
  store.piece.line.focus()
  look(store, true)
}

function know(store, raw) {
  clearTimeout(store.timer)
  const baseText = raw ? both(read(raw)) : undefined
  const { at } = raw ? read(raw) : { at: null }
  Object.assign(store, { base: raw, baseText, saved: at, offer: null, timer: 0 })
}

// ---- what the browser holds ------------------------------------------------------------------

// Looks at the storage afresh; every path to a write leads through here.
function look(store, now = false) {
  let off, raw
  try {
    off = localStorage.getItem(OFF) !== null
    raw = localStorage.getItem(KEY)
  } catch {
    return tell(store, "blocked")
  }
  if (off || store.off) {
    know(store, null)
    store.written = 0
    return tell(store, "off")
  }
  if (raw !== store.base) {
    if (raw === null && (store.base !== undefined || store.offer)) {
      know(store, "")
      return tell(store, "forgotten")
    }
    if (raw !== null && !(store.revision && both(read(raw)) === both(store))) return offer(store, raw)
    know(store, raw)
  }
  if (both(store) === store.baseText) store.written = store.revision
  if (store.written < store.revision) {
    if (now) return write(store)
    store.timer ||= setTimeout(() => {
      store.timer = 0
      look(store, true)
    }, PAUSE_MS)
    if (FAILED.includes(store.kind)) return paint(store)
  }
  tell(store, store.base === null ? "nothing" : "saved")
}

// setItem puts the whole item in place of the old one or, without room for it, leaves the old one.
function write(store) {
  clearTimeout(store.timer)
  store.timer = 0
  const { text, patch, tab } = store
  if (text === null || bytes(text) + bytes(patch) > MOST_BYTES) return tell(store, "too_large")
  const at = Date.now()
  const raw = JSON.stringify({ format: 1, save: `${store.page}.${++store.saves}`, tab, at, patch, text })
  try {
    localStorage.setItem(KEY, raw)
  } catch (error) {
    return tell(store, /quota/i.test(error?.name) ? "full" : "blocked")
  }
  Object.assign(store, { base: raw, baseText: both(store), saved: at, written: store.revision })
  tell(store, "saved")
}

function read(raw) {
  try {
    const { format, text, patch, at, tab } = JSON.parse(raw)
    if (format === 1 && typeof text === "string") {
      const known = Number.isInteger(at) && at >= 0 && at <= 864e13
      return { text, patch: typeof patch === "string" ? patch : "", at: known ? at : null, tab: typeof tab === "string" ? tab : "" }
    }
  } catch {
    // Not ours, or broken: the session decides what to make of it.
  }
  return { text: raw, patch: "", at: null, tab: "" }
}

// ---- what Python and the person are told -----------------------------------------------------

// A tab that nobody looks at says so in its line, and asks when somebody does.
function offer(store, raw) {
  clearTimeout(store.timer)
  store.timer = 0
  const { text, patch, at, tab } = read(raw)
  const kind = store.base === undefined ? "found" : "conflict"
  const first = kind === "found" && !store.offer
  if (store.offer?.raw !== raw && (first || !document.hidden)) {
    const whole = bytes(text) + bytes(patch) <= MOST_BYTES
    const number = store.number + 1
    const held = whole ? { text, patch } : { text: "", patch: "" }
    const found = { number, ...held, saved_at: at, tab, own: tab === store.tab, whole }
    store.offer = { number, raw, found }
    store.told = null
  }
  tell(store, kind, at)
}

// Python hears of a find, and of saving that stops or goes on; never of a save.
function tell(store, kind, at = store.saved) {
  Object.assign(store, { kind, at })
  paint(store)
  const news = WELL.includes(kind) ? "well" : kind
  if (news === store.told || (kind === "conflict" && !store.offer)) return
  store.told = news
  const { session, offer } = store
  report(store, { session, number: ++store.number, state: kind, at, found: offer?.found ?? null })
}

// Every report is the whole truth, so only the last one counts. It is repeated until it is seen:
// what is sent while the connection is down is lost.
function report(store, message, times = 0) {
  clearTimeout(store.repeat)
  store.last = message
  store.unsent = !store.piece
  store.piece?.send(message)
  if (times < REPEAT_MS.length) {
    store.repeat = setTimeout(() => report(store, message, times + 1), REPEAT_MS[times])
  }
}

// The time moves with every save; a listener hears only that the state has changed.
function paint(store) {
  const { piece, kind, at } = store
  if (!piece) return
  const { words, line, button, said } = piece
  const text = words[kind].replaceAll("{time}", () => clock(at) ?? words.unknown_time)
  if (line.textContent !== text) line.textContent = text
  button.hidden = kind !== "forgotten"
  store.said ??= kind
  if (store.said !== kind) said.textContent = text
  store.said = kind
}

function clock(at) {
  if (at === null) return null
  const then = new Date(at)
  const two = (number) => String(number).padStart(2, "0")
  const time = `${two(then.getHours())}:${two(then.getMinutes())}`
  if (then.toDateString() === new Date().toDateString()) return time
  const month = then.toLocaleString("en-US", { month: "short" })
  return `${then.getDate()} ${month} ${then.getFullYear()}, ${time}`
}

// ---- small things ----------------------------------------------------------------------------

function both({ text, patch }) {
  return `${text}\n${patch}`
}

function bytes(text) {
  return new TextEncoder().encode(JSON.stringify(text)).length
}

// Survives a reload, and is copied when a tab is duplicated; nothing but `own` hangs on it.
function tabId() {
  const fresh = random()
  let kept
  attempt(() => {
    kept = sessionStorage.getItem(TAB)
    sessionStorage.setItem(TAB, kept ?? fresh)
  })
  return kept ?? fresh
}

function random() {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join("")
}

function attempt(action) {
  try {
    action()
    return true
  } catch {
    return false
  }
}
