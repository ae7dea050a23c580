"""Screen: the projector of a workshop; it shows, and commands nothing."""

from components import shell
from components.room.projector import projector

shell.enter(banner=False)
projector()
