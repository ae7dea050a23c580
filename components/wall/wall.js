// The projector's frame, drawn in place: a number that moves changes one text, nothing else.

const QUIET_MS = 5000
const SMALLEST = 0.8, LARGEST = 1.3, STEP = 0.1

export default function ({ data, parentElement }) {
  show(parentElement, data)
  const news = ({ detail }) => show(parentElement, { ...data, ...detail })
  removeEventListener("throughline:wall", parentElement.news)
  parentElement.news = news
  addEventListener("throughline:wall", news)
  const stop = listen(parentElement, parentElement.querySelector(".keys"))
  return () => {
    removeEventListener("throughline:wall", news)
    stop()
  }
}

function show(parentElement, data) {
  const $ = (query) => parentElement.querySelector(query)
  const wall = $(".wall")
  for (const node of parentElement.querySelectorAll("[data-text]")) {
    const text = data[node.dataset.text] ?? ""
    if (node.textContent !== text) node.textContent = text
    node.hidden = text === ""
  }
  for (const image of parentElement.querySelectorAll(".qr")) {
    if (image.getAttribute("src") !== data.qr) image.src = data.qr
    image.alt = data.qr_alt
    image.hidden = data.qr === ""
  }
  $(".hero").hidden = data.mode !== "join"
  $(".strip .qr").hidden = $(".strip .where").hidden = data.mode === "join" || data.code === ""
  $(".tally").hidden = data.mode !== "tally"
  $(".bar").hidden = data.done < 0
  $(".bar i").style.setProperty("--done", `${Math.max(0, data.done)}%`)
  count($("dl"), JSON.parse(data.counts))
  announce(wall, $("[role=status]"), data.said)
  explain($(".keys ul"), JSON.parse(data.keys))
}

function explain(list, keys) {
  if (list.childElementCount === keys.length) return
  list.replaceChildren(...keys.map(([key, said]) => {
    const line = document.createElement("li")
    const name = document.createElement("kbd")
    name.textContent = key
    line.append(name, ` ${said}`)
    return line
  }))
}

// Keys that change how this screen looks, here and nowhere else: nothing is sent to the server.
function listen(parentElement, keys) {
  const root = document.documentElement
  const moves = {
    "+": () => grow(root, 1), "=": () => grow(root, 1), "-": () => grow(root, -1),
    d: turn,
    h: () => { keys.hidden = !keys.hidden },
    escape: () => { keys.hidden = true },
  }
  function press(event) {
    const move = moves[event.key.toLowerCase()]
    if (!move || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    move()
  }
  parentElement.stopListening?.()
  document.addEventListener("keydown", press)
  parentElement.stopListening = () => document.removeEventListener("keydown", press)
  return parentElement.stopListening
}

function grow(root, step) {
  const now = Number(root.style.getPropertyValue("--stage-size")) || 1
  const next = Math.min(LARGEST, Math.max(SMALLEST, now + step * STEP))
  root.style.setProperty("--stage-size", next.toFixed(2))
}

// Streamlit takes its theme from the address: the other one means the page anew.
function turn() {
  const address = new URL(location)
  const dark = address.searchParams.getAll("embed_options").includes("dark_theme")
  address.searchParams.set("embed_options", dark ? "light_theme" : "dark_theme")
  location.replace(address)
}

function count(list, counts) {
  if (list.childElementCount !== counts.length) {
    list.replaceChildren(...counts.map(() => {
      const pair = document.createElement("div")
      pair.append(document.createElement("dd"), document.createElement("dt"))
      return pair
    }))
  }
  counts.forEach(([label, value], at) => {
    const [number, name] = list.children[at].children
    if (number.textContent !== value) number.textContent = value
    name.textContent = label
  })
}

// A listener hears a number at most every five seconds, and only where it has moved.
function announce(wall, said, text) {
  wall.next = text
  if (wall.waiting) return
  const tell = () => {
    wall.waiting = null
    if (said.textContent === wall.next) return
    said.textContent = wall.next
    wall.waiting = setTimeout(tell, QUIET_MS)
  }
  tell()
}
