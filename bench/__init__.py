"""Benchmarks: every budget of the product, measured beside a bare Streamlit page in the same run."""
