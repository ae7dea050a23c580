"""Host: the desk of whoever runs a workshop."""

import streamlit as st

from components import resources, shell
from components.room.desk import desk
from components.room.opening import opening, secrets
from components.state.hosting import hosting

shell.enter(banner=False)
here = hosting()
if here.desk is None:
    st.title(resources.catalogue().room.host["title"], anchor=False)
    opening(here)
elif any(here.once):
    secrets(here, here.desk)
else:
    desk(here, here.desk)
