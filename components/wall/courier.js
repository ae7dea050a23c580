// Hands what moved to the wall, which need not travel with every number.
export default ({ data }) => {
  dispatchEvent(new CustomEvent("throughline:wall", { detail: data }))
}
