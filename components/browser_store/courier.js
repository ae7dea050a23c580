// Hands a newer text to the store, which need not travel with every answer.
export default ({ data }) => {
  (window.throughline ??= {})[data.to] = data
  dispatchEvent(new Event("throughline:" + data.to))
}
