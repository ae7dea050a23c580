"""The Pay page in pieces: the form, the picture beside it, and what lies behind the picture."""
