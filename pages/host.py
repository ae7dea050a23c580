"""Host: the desk of whoever runs a workshop."""

from components import shell
from components.room.desk import desk, remember
from components.room.opening import opening, second_desk, secrets
from components.state.hosting import hosting

shell.enter(banner=False)
here = hosting()
if here.ticket:
    second_desk(here)
elif here.desk is None:
    opening(here)
elif any(here.once):
    secrets(here, here.desk)
else:
    desk(here, here.desk)
remember()
