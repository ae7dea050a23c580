// Hands a view to its picture, which need not travel with every answer, and a parcel to whom it is for.
export default ({ data }) => {
  hand(data.to, data)
  if (data.also) hand(data.also, JSON.parse(data.parcel))
}

function hand(channel, news) {
  (window.throughline ??= {})[channel] = news
  dispatchEvent(new Event("throughline:" + channel))
}
