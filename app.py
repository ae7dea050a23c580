"""Throughline: is your work a job, a career, or both? Run with ``streamlit run app.py``."""

from components import shell

shell.boot()
