// The projector's frame, drawn in place: a number that moves changes one text, nothing else.

const QUIET_MS = 5000

export default function ({ data, parentElement }) {
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
