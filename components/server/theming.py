"""The theme is worked out once: Streamlit sends it with every run of every page."""

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

_POPULATE = "_populate_theme_msg"


def remember_the_theme() -> None:
    """Let each section of the theme be read from the settings once in the life of the process.

    Streamlit 1.67 reads all six for every run, a fragment of a waiting phone included: a fifth of what a
    small run costs. The settings do not change while a server runs.
    """
    populate = getattr(app_session, _POPULATE)
    known: dict[str, CustomThemeConfig] = {}

    def from_memory(message: CustomThemeConfig, section: str = "theme") -> None:
        if section not in known:
            read = CustomThemeConfig()
            populate(read, section)
            known[section] = read
        if known[section].ByteSize():  # merging nothing would still mark the section as set
            message.MergeFrom(known[section])

    setattr(app_session, _POPULATE, from_memory)
