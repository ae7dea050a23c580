"""Join: the phone of somebody in a workshop."""

from components import shell
from components.room.phone import phone

shell.enter(banner=False)
phone()
