// What a browser keeps of a room, so that a reload comes back as the same person: a few short texts.
//
// A phone's place outlives the tab (localStorage), a facilitator's right does not (sessionStorage).

const PREFIX = "throughline:room:"

export default function ({ data, setStateValue }) {
  if (data.route) return hand(data)
  const shelf = open(data.lasting)
  if (!shelf) return
  const name = PREFIX + data.name
  try {
    if (data.text) shelf.setItem(name, data.text)
    else if (data.gone) shelf.removeItem(name)
    // Once per session of the server: a second answer would only cost a run.
    else if (window.throughlineKept !== data.session) {
      window.throughlineKept = data.session
      const text = shelf.getItem(name)
      if (text) setStateValue("found", JSON.stringify({ session: data.session, text }))
    }
  } catch {
    // A full or blocked storage keeps nothing; the way back is the code that the page shows.
  }
}

// A server with routes makes a cookie of a secret that no script can read; the path is beside this page's.
function hand({ route, text }) {
  if (window.throughlineHanded === text) return
  window.throughlineHanded = text
  const headers = { "Content-Type": "application/json", "X-Throughline": "1" }
  fetch(route, { method: "POST", body: text, headers, redirect: "manual" }).catch(() => {
    window.throughlineHanded = null
  })
}

function open(lasting) {
  try {
    return lasting ? localStorage : sessionStorage
  } catch {
    return null
  }
}
