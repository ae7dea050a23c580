"use strict"
// Draws each figure of the report over its plain drawing; where that fails, the plain drawing stays.
{
  const CONFIG = {
    displayModeBar: false, displaylogo: false, showSendToCloud: false,
    responsive: false, scrollZoom: false, doubleClick: false,
  }
  const figures = JSON.parse(document.getElementById("figures").textContent)
  const dark = matchMedia("(prefers-color-scheme: dark)")
  const boxes = [...document.querySelectorAll("[data-chart]")]

  const draw = async (box) => {
    const plot = box.querySelector(".plot")
    const figure = figures[box.dataset.chart]?.[dark.matches ? "dark" : "light"]
    const width = box.clientWidth
    if (!figure || !width || box.drawn === `${width} ${dark.matches}`) return
    box.drawn = `${width} ${dark.matches}`
    // Shown first: plotly measures its texts where they will stand.
    box.classList.add("drawn")
    try {
      plot.style.height = `${figure.layout.height}px`
      await Plotly.react(plot, figure.data, { ...figure.layout, width, autosize: false }, CONFIG)
    } catch (error) {
      box.classList.remove("drawn")
      console.error(error)
    }
  }

  // A picture is always the light one on white, whatever the screen shows.
  const save = (box) => {
    const { data, layout } = figures[box.dataset.chart].light
    const size = { width: Math.max(box.clientWidth, 640), height: layout.height }
    const paper = { ...layout, ...size, autosize: false, paper_bgcolor: "#fff" }
    const filename = `throughline-${box.dataset.chart}`
    return Plotly.downloadImage({ data, layout: paper, config: CONFIG }, { format: "png", scale: 2, filename, ...size })
  }

  const start = async () => {
    await document.fonts.ready
    const watch = new ResizeObserver((seen) => requestAnimationFrame(() => seen.forEach(({ target }) => draw(target))))
    for (const box of boxes) {
      watch.observe(box)
      box.querySelector("button").addEventListener("click", () => save(box))
    }
    dark.addEventListener("change", () => boxes.forEach(draw))
  }

  // Paper shows every table.
  const tables = [...document.querySelectorAll("details")]
  addEventListener("beforeprint", () => tables.forEach((one) => { one.was = one.open; one.open = true }))
  addEventListener("afterprint", () => tables.forEach((one) => { one.open = one.was }))

  if (window.Plotly) start()
}
