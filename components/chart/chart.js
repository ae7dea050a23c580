// A plotly figure in a node of its own: drawn once, then changed in place.

const LIBRARY = "app/static/plotly-basic-4.1.1.min.js"
// No tool bar: one of its buttons would upload the data. The size is ours to watch, see below.
const CONFIG = {
  displayModeBar: false, displaylogo: false, showSendToCloud: false,
  responsive: false, scrollZoom: false, doubleClick: false,
}

export default ({ data, parentElement, setTriggerValue }) => {
  const box = parentElement.querySelector(".throughline-chart") ?? place(parentElement)
  if (box.text !== data.figure) box.figure = JSON.parse(data.figure)
  box.text = data.figure
  box.click = data.click ? (id) => setTriggerValue("click", id) : null
  box.fill = data.fill
  box.classList.toggle("pressable", data.click)
  box.classList.toggle("filling", data.fill)
  box.drawing.setAttribute("aria-label", data.alt)
  box.sorry.textContent = `The chart could not be drawn. ${data.alt}`
    + (data.table ? " The table below has the same data." : "")
  draw(box)
  // Streamlit also calls this for a run that newer data has overtaken; the box is then in use.
  return () => { if (!box.isConnected) leave(box) }
}

function place(parentElement) {
  const box = document.createElement("div")
  box.className = "throughline-chart"
  box.drawing = document.createElement("div")
  box.drawing.setAttribute("role", "img")
  box.sorry = document.createElement("p")
  box.sorry.hidden = true
  box.append(box.drawing, box.sorry)
  parentElement.append(box)
  // In the next frame: a drawing made while sizes are being told would be told of again.
  box.observer = new ResizeObserver(() => requestAnimationFrame(() => draw(box)))
  box.observer.observe(box)
  return box
}

async function draw(box) {
  try {
    const plotly = await load()
    const { figure, drawing } = box
    const { clientWidth: width, clientHeight: height } = box
    // A closed expander has no width; the observer calls when it opens.
    if (!box.isConnected || !width || !height) return
    // On a projector the type of a picture grows with that of the page.
    const asked = Number(getComputedStyle(box).getPropertyValue("--stage-size")) || 1
    // ... as far as its rows have room for it: type never runs into type.
    const zoom = box.fill ? Math.min(asked, height / (figure.layout.meta?.shortest ?? 0)) : 1
    const wide = Math.max(width / zoom, figure.layout.meta?.least ?? 0)
    const shrink = box.fill ? width / wide : 1
    const size = `${width} ${height} ${zoom}`
    if (box.drawn === figure && box.size === size) return
    box.drawn = figure
    box.size = size
    const clickmode = box.click ? "event" : "none"
    const tall = height / shrink
    const transform = shrink !== 1 ? `scale(${shrink})` : ""
    Object.assign(drawing.style, { width: `${wide}px`, height: `${tall}px`, transform })
    if (wide > width && !box.fill) drawing.tabIndex = 0 // so that arrow keys scroll it
    else drawing.removeAttribute("tabindex")
    const layout = { ...figure.layout, width: wide, height: tall, autosize: false, clickmode }
    if (drawing.data) await plotly.react(drawing, figure.data, layout, CONFIG)
    else {
      await plotly.newPlot(drawing, figure.data, layout, CONFIG)
      drawing.on("plotly_click", ({ points }) => press(box, points))
    }
    say(box, false)
  } catch (error) {
    console.error(error)
    box.drawn = null
    say(box, true)
  }
}

function say(box, failed) {
  box.drawing.hidden = failed
  box.sorry.hidden = !failed
}

function press(box, points) {
  const ids = points.map(({ customdata }) => [customdata].flat()[0])
  const id = ids.find((one) => typeof one === "string")
  if (id !== undefined) box.click?.(id)
}

function leave(box) {
  box.observer.disconnect()
  window.Plotly?.purge(box.drawing)
}

// One load for every chart of the page; after a failure the next drawing tries again.
function load() {
  const shared = (window.throughline ??= {})
  shared.plotly ??= Promise.all([script(), document.fonts.ready]).then(
    () => window.Plotly,
    (error) => {
      delete shared.plotly
      throw error
    },
  )
  return shared.plotly
}

function script() {
  // Our files lie beside Streamlit's own, under whatever path the app is served.
  const home = new URL("../..", document.querySelector('script[src*="static/js/"]').src)
  return new Promise((resolve, reject) => {
    const element = document.createElement("script")
    element.src = new URL(LIBRARY, home)
    element.onload = () => (window.Plotly ? resolve() : reject(new Error("plotly is not in its file")))
    element.onerror = () => reject(new Error("plotly could not be loaded"))
    document.head.append(element)
  })
}
