"""Whether sessions watch the source files: as the setting says, also after a lost connection."""

from streamlit import config
from streamlit.runtime.app_session import AppSession

_WATCH = "register_file_watchers"


def obey_the_setting() -> None:
    """Let a session that comes back watch files only if ``server.fileWatcherType`` asks for it.

    Streamlit 1.67 looks at the setting when a session begins and forgets it when one reconnects: then it
    resolves the path of every loaded module on the loop that serves everybody, about 0.1 s a phone.
    """
    watch = getattr(AppSession, _WATCH)

    def watch_if_wanted(session: AppSession) -> None:
        if config.get_option("server.fileWatcherType") != "none":
            watch(session)

    setattr(AppSession, _WATCH, watch_if_wanted)
