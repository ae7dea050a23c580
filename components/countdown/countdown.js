// Seconds that run down by this browser's own clock, from a number the server gave.

export default function ({ data, parentElement }) {
  let line = parentElement.querySelector(".left")
  if (!line) {
    line = document.createElement("p")
    line.className = "left"
    line.setAttribute("role", "timer")
    parentElement.append(line)
  }
  // The same deadline comes with other seconds in every run; only a new one starts anew.
  if (line.deadline !== data.deadline) {
    line.deadline = data.deadline
    line.end = performance.now() + data.seconds * 1000
  }
  const show = () => {
    const left = Math.max(0, Math.ceil((line.end - performance.now()) / 1000))
    const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`
    line.textContent = left ? data.words.replace("{time}", clock) : data.over
  }
  show()
  clearInterval(line.ticking)
  line.ticking = setInterval(show, 250)
  return () => clearInterval(line.ticking)
}
