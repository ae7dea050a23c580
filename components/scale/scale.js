// A step of 0-10 questions. Between two full runs of the page the rows here are the truth on
// screen: an answer goes to the server, but the server does not send the step again.

const MIDDLE = 5
const MARKS = { present: "●", future: "▲" }
const STATUS = {
  untouched: "Not answered yet",
  answered: "",
  skipped: "Skipped for now",
  na: "Does not apply",
}
const KEYS_HINT =
  "The first arrow key starts at the ring; the next ones move. Enter or Space answers where it stands."
// A finger that pans leaves a late change event behind; assistive tools change a range without
// any pointer at all, so the guard against the first must not outlive the finger for long.
const GUARD_MS = 400
// What is not sent yet outlives a reload of the tab, and a piece that is drawn anew within a minute.
const DRAFT = "throughline:draft"
const KEEP_MS = 60_000

export default function ({ data, parentElement, setStateValue }) {
  let root = parentElement.querySelector(".scale")
  if (!root) {
    root = make("section", { class: "scale" })
    root.piece = { n: 0, seen: 0, rows: [] }
    parentElement.append(root)
  }
  const piece = root.piece
  piece.draft = data.draft
  if (data.draft) window.throughlineDraft = new WeakRef(root)
  const leave = () => setTimeout(() => drop(data.draft), KEEP_MS)
  piece.report = (answers) => setStateValue("answers", JSON.stringify(answers))

  // The theme may call us again with data from before the latest answers: only new data counts.
  const stamp = `${data.seen} ${data.label} ${data.intro} ${data.questions}`
  if (stamp === piece.stamp) return leave
  piece.stamp = stamp

  const questions = JSON.parse(data.questions)
  const shape = JSON.stringify([
    data.label,
    data.intro,
    questions.map((question) => ({ ...question, value: null, state: null })),
  ])
  const fresh = shape !== piece.shape
  if (fresh) {
    piece.shape = shape
    piece.rows = questions.map((question) => buildRow(question, piece))
    root.replaceChildren(...heading(data), ...piece.rows.map((row) => row.group), keysHint())
  }
  hydrate(piece, questions, data.seen)
  if (fresh && data.draft) queueMicrotask(() => restore(piece))
  if (fresh && data.arrive) arrive(root, parentElement)
  return leave
}

// Values from the server, except where an answer given here is still on its way to it.
function hydrate(piece, questions, seen) {
  const serverWins = seen === null || seen < piece.seen
  questions.forEach((question, index) => {
    const row = piece.rows[index]
    if (!serverWins && row.sentAt > seen) return
    if (row.state === question.state && row.value === question.value) return
    row.state = question.state
    row.value = question.value
    paint(row)
  })
  piece.seen = seen ?? 0
  piece.n = Math.max(piece.n, piece.seen)
}

// ---- what is not sent yet --------------------------------------------------------------------

function restore(piece) {
  const held = draft()
  if (held?.name !== piece.draft) return drop(held?.name)
  const before = piece.n
  for (const row of piece.rows) {
    const kept = held.answers[row.question.id]
    const state = typeof kept === "number" ? "answered" : kept === null ? "untouched" : kept
    const value = state === "answered" ? kept : null
    if (kept === undefined || (row.state === state && row.value === value)) continue
    Object.assign(row, { state, value, sentAt: (piece.n += 1) })
    paint(row)
  }
  if (piece.n > before) report(piece)
}

function keep(piece, answers) {
  try {
    if (piece.draft) sessionStorage.setItem(DRAFT, JSON.stringify({ name: piece.draft, answers }))
  } catch {
    // A blocked storage keeps nothing: as without it, a reload then costs what is not saved.
  }
}

function draft() {
  try {
    const held = JSON.parse(sessionStorage.getItem(DRAFT))
    return held?.answers ? held : null
  } catch {
    return null
  }
}

// Unless a piece of the same name stands on the page again.
function drop(name) {
  const shown = window.throughlineDraft?.deref()
  if (!name || draft()?.name !== name || (shown?.isConnected && shown.piece.draft === name)) return
  sessionStorage.removeItem(DRAFT)
}

function heading(data) {
  const parts = []
  if (data.label) parts.push(make("h2", { class: "heading", tabindex: -1 }, data.label))
  if (data.intro) parts.push(make("p", { class: "intro" }, data.intro))
  return parts
}

function keysHint() {
  return make("p", { id: "keys", hidden: "" }, KEYS_HINT)
}

function arrive(root, parentElement) {
  let box = parentElement.host ?? parentElement
  while (box && !(/auto|scroll/.test(getComputedStyle(box).overflowY) && box.scrollHeight > box.clientHeight)) {
    box = box.parentElement ?? box.getRootNode().host
  }
  box?.scrollTo({ top: 0 })
  root.querySelector(".heading")?.focus({ preventScroll: true })
}

// ---- one row ---------------------------------------------------------------------------------

function buildRow(question, piece) {
  const { id, text, increment } = question
  const start = question.default ?? MIDDLE
  const bounds = { min: 0, max: 10, step: increment }
  const name = (part) => `${part}-${id}`

  const range = make("input", {
    ...bounds, type: "range", class: "range", value: start,
    "aria-labelledby": name("text"),
    "aria-describedby": `${name("left")} ${name("right")} keys`,
  })
  const number = make("input", {
    ...bounds, type: "number", class: "number", inputmode: increment % 1 ? "decimal" : "numeric",
    placeholder: "–", autocomplete: "off", "aria-label": `Number from 0 to 10: ${text}`,
    "aria-describedby": name("problem"),
  })
  const thumb = make("span", { class: "thumb", "aria-hidden": "true" })
  const status = make("span", { class: "status" })
  const problem = make("p", { class: "problem", id: name("problem"), role: "alert" })
  const skip = make("button", { type: "button" }, "Skip")
  const clear = make("button", { type: "button" }, "Clear")
  const na = make("button", { type: "button" }, "Not applicable")

  const rail = make("div", { class: "rail" }, make("span", { class: "line" }))
  if (question.default !== null) {
    const ghost = make("span", { class: "ghost" }, make("span", {}, `default ${question.default}`))
    ghost.style.setProperty("--at", question.default / 10)
    rail.append(ghost)
  }
  rail.append(range, thumb)

  const group = make("div", { class: "question", role: "group", "aria-labelledby": name("text") },
    make("p", { class: "text", id: name("text") }, text),
    make("div", { class: "answer" },
      pole("left", question.left, question.left_mark, name("left"), 0),
      rail,
      pole("right", question.right, question.right_mark, name("right"), 10),
      number),
    problem,
    make("div", { class: "foot" }, status, skip, clear, na))

  const row = {
    question, start, group, range, number, thumb, rail, status, problem, skip, clear, na, piece,
    state: "untouched", value: null, sentAt: 0, cancelled: false,
  }
  listen(row)
  paint(row)
  return row
}

function pole(side, text, mark, id, end) {
  const element = make("span", { class: `pole ${side}`, id })
  if (mark) {
    element.append(make("span", { class: `mark ${mark}`, "aria-hidden": "true" }, MARKS[mark]))
    element.append(make("span", { class: "unseen" }, `${end}, ${mark}: `))
  } else {
    element.append(make("span", { class: "unseen" }, `${end}: `))
  }
  element.append(make("span", {}, text))
  return element
}

function listen(row) {
  const { range, number } = row

  range.onpointerdown = () => { row.cancelled = false }
  // The press has moved the handle before the browser knew that the finger wants to scroll.
  range.onpointercancel = () => {
    row.cancelled = true
    paint(row)
    requestAnimationFrame(() => paint(row))
  }
  range.ontouchend = range.ontouchcancel = () => {
    setTimeout(() => { row.cancelled = false }, GUARD_MS)
  }
  range.oninput = () => { if (!row.cancelled) preview(row) }
  range.onchange = () => {
    if (row.cancelled) paint(row)
    else set(row, "answered", Number(range.value))
  }
  // A press on the ring itself changes nothing, so the browser fires no change event, and after
  // a touch no click either. Wait one turn: a change that does come knows the final value.
  const answerHere = () => {
    if (row.state !== "answered" && !row.cancelled) set(row, "answered", Number(range.value))
  }
  range.onpointerup = () => setTimeout(answerHere)
  range.onclick = answerHere
  range.onkeydown = (event) => {
    row.cancelled = false
    if (row.state === "answered" || event.ctrlKey || event.metaKey || event.altKey) return
    if (!event.key.startsWith("Arrow") && event.key !== "Enter" && event.key !== " ") return
    event.preventDefault()
    set(row, "answered", row.start)
  }
  // Leaving during a drag that ended where it began fires no change either.
  range.onblur = () => paint(row)

  number.onchange = () => commitNumber(row)
  number.onkeydown = (event) => {
    if (event.key === "Enter") commitNumber(row)
    if ((event.key === "ArrowUp" || event.key === "ArrowDown") && number.value === "") {
      event.preventDefault()
      set(row, "answered", row.start)
    }
  }
  number.oninput = () => { row.problem.textContent = "" }
  // Scrolling the page with the pointer over a focused number box must not change it.
  number.onwheel = () => number.blur()

  row.skip.onclick = () => set(row, row.state === "skipped" ? "untouched" : "skipped", null)
  row.na.onclick = () => set(row, row.state === "na" ? "untouched" : "na", null)
  row.clear.onclick = () => {
    set(row, "untouched", null)
    range.focus()
  }
}

function commitNumber(row) {
  const { number, state, value, question } = row
  if (number.value === "" && !number.validity.badInput) {
    if (!question.can_clear) paint(row)
    else if (state === "answered") set(row, "untouched", null)
    return
  }
  if (number.checkValidity()) {
    set(row, "answered", Number(number.value))
    return
  }
  const offGrid = number.validity.stepMismatch && !number.validity.rangeOverflow && !number.validity.rangeUnderflow
  const rule = offGrid ? `A number from 0 to 10 in steps of ${question.increment}` : "A number from 0 to 10"
  paint(row)
  row.problem.textContent = state === "answered" ? `${rule}. Your answer stays ${value}.` : `${rule}.`
}

function set(row, state, value) {
  const { piece } = row
  row.problem.textContent = ""
  const changed = row.state !== state || row.value !== value
  row.state = state
  row.value = value
  paint(row)
  if (!changed) return
  piece.n += 1
  row.sentAt = piece.n
  report(piece)
}

function report(piece) {
  const answers = {}
  for (const { question, state, value, sentAt } of piece.rows) {
    if (state === "answered") answers[question.id] = value
    else if (state !== "untouched") answers[question.id] = state
    else if (sentAt) answers[question.id] = null
  }
  keep(piece, answers)
  piece.report({ n: piece.n, answers })
}

function paint(row) {
  const { question, state, value } = row
  const answered = state === "answered"
  row.group.dataset.state = state
  delete row.rail.dataset.moving
  row.range.value = answered ? value : row.start
  row.number.value = answered ? value : ""
  row.status.textContent = STATUS[state]
  row.skip.hidden = answered || !question.can_skip
  row.clear.hidden = !answered || !question.can_clear
  row.na.hidden = !question.can_be_na
  row.skip.setAttribute("aria-pressed", state === "skipped")
  row.na.setAttribute("aria-pressed", state === "na")
  draw(row, answered)
}

function preview(row) {
  row.rail.dataset.moving = ""
  draw(row, true)
}

function draw(row, withValue) {
  const shown = Number(row.range.value)
  row.rail.style.setProperty("--at", shown / 10)
  row.thumb.textContent = withValue ? shown : ""
  row.range.setAttribute("aria-valuetext", withValue ? inWords(row.question, shown) : unanswered(row))
}

function inWords({ left, right }, value) {
  if (value === MIDDLE) return "5 of 10, in the middle"
  return `${value} of 10, towards: ${value > MIDDLE ? right : left}`
}

function unanswered({ question, state }) {
  if (state === "na") return "not applicable"
  if (state === "skipped") return "skipped"
  return question.default === null ? "not answered yet" : `not answered yet, default ${question.default}`
}

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}
