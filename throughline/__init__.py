"""Throughline's domain: what we ask, how we score it, what we draw. No Streamlit, no clock, no global state."""
