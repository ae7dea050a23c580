"""The Timeline page in pieces: the line to add a goal, chart and list, the drawer to edit, examples, hints."""
