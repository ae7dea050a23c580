"""The Plan page in pieces: the opening, the moves and their causes, my actions, the log, and the last change."""
