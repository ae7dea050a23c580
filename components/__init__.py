"""Everything that speaks to Streamlit: widgets, cards, charts and three small browser pieces."""
