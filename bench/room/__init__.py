"""A workshop under load: real Streamlit sessions over the websocket, real rows, no browser."""
