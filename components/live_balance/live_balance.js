// Draws what the courier brings, in place: no node is ever replaced.
export default ({ data: { channel, bar }, parentElement, setTriggerValue }) => {
  const $ = (query) => parentElement.querySelector(query)
  const box = $("section"), list = $("ol")
  box.classList.toggle("bar", bar)
  const show = () => {
    const data = window.throughline?.[channel]
    if (!data) return
    const steps = JSON.parse(data.steps), { note, text } = data
    const words = note ? `${note}: ${text}` : text
    for (const id of ["label", "note", "number", "text", "count"]) $("#" + id).textContent = data[id]
    for (const at of ["split", "low", "high", "from", "upto", "done"])
      box.style.setProperty("--" + at, data[at] + "%")
    box.classList.toggle("open", data.number !== "")
    $("svg").ariaLabel = words
    if (list.childElementCount !== steps.length)
      list.replaceChildren(...steps.map(() => $("template").content.cloneNode(true)))
    $("[popovertarget]").hidden = $("#c").hidden = !steps.length
    steps.forEach(([id, name, count, now], i) => {
      const button = list.children[i].firstChild
      button.firstChild.textContent = name
      button.lastChild.textContent = count
      button.ariaCurrent = now ? "step" : null
      button.onclick = () => {
        if (list.matches(":popover-open")) list.hidePopover()
        setTriggerValue("go", id)
      }
    })
    announce(box, $("#said"), words)
  }
  list.onbeforetoggle = ({ newState }) => {
    if (newState === "open") list.style.bottom = innerHeight - box.getBoundingClientRect().top + "px"
    else if (list.matches(":focus-within")) $("[popovertarget]").focus()
  }
  removeEventListener("throughline:" + channel, box.show)
  box.show = show
  addEventListener("throughline:" + channel, show)
  show()
  return () => removeEventListener("throughline:" + channel, box.show)
}

// A listener hears where a run of answers ends, not every step of it.
const announce = (box, said, text) => {
  clearTimeout(box.timer)
  box.told ??= text
  if (box.told !== text) box.timer = setTimeout(() => { said.textContent = box.told = text }, 1e3)
}
