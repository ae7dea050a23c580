// The presenter's keys. The listener sits on the document, so it is replaced, never added to.

const SLIDES = {
  ArrowRight: "next", PageDown: "next", " ": "next",
  ArrowLeft: "back", PageUp: "back",
  Home: "first",
  Escape: "exit",
}
const TYPING = "input, textarea, select, [contenteditable], [role=slider], [role=tab], [role=radio], [role=listbox]"
const PRESSABLE = "button, summary, [role=button]"

export default function ({ data, parentElement, setTriggerValue }) {
  const moves = data?.moves ? JSON.parse(data.moves) : SLIDES
  let count = 0

  function listen(event) {
    const move = moves[event.key.length > 1 ? event.key : event.key.toLowerCase()]
    if (!move || event.repeat || event.defaultPrevented) return
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    // The path looks into shadow roots, where event.target does not.
    const focus = event.composedPath()[0]
    if (focus instanceof Element && focus.closest(event.key === " " ? `${TYPING}, ${PRESSABLE}` : TYPING)) return
    event.preventDefault()
    count = Math.max(count + 1, Date.now())
    setTriggerValue("move", `${move}:${count}`)
  }

  parentElement.stopListening?.()
  document.addEventListener("keydown", listen)
  parentElement.stopListening = () => document.removeEventListener("keydown", listen)
  return parentElement.stopListening
}
