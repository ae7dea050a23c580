"""The guarded settings, read back from Streamlit itself, from wherever the app is started."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from streamlit import config

ROOT = Path(__file__).resolve().parents[2]
FILE = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))

GUARDED = {
    "server.maxUploadSize": 1,
    "server.maxWidgetStateSize": 1,
    "server.enableAgentApi": False,
    "server.enableStaticServing": True,
    "server.disconnectedSessionTTL": 600,
    "server.showEmailPrompt": False,
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "viewer",
    "runner.postScriptGC": False,
    "runner.magicEnabled": False,
    "global.disableWidgetStateDuplicationWarning": True,
}

# `streamlit run /path/app.py` names its script before it reads the files; this is that, without a server.
ASK = """
import json, sys
from unittest.mock import patch
from streamlit.web import bootstrap, cli
from streamlit import config
wanted = json.loads(sys.argv.pop())
def report(*_args, **_kwargs):
    found = {name: config.get_option(name) for name in wanted}
    found["theme.light.primaryColor"] = config.get_option("theme.light.primaryColor")
    print("REPORT" + json.dumps(found))
with patch.object(bootstrap, "run", report):
    cli.main(prog_name="streamlit")
"""


def started_in(folder: Path, **environment: str) -> dict[str, Any]:
    """Settings that `streamlit run` sees when it is called from a folder."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("STREAMLIT_")}
    done = subprocess.run(
        [sys.executable, "-c", ASK, "run", str(ROOT / "app.py"), json.dumps(list(GUARDED))],
        cwd=folder,
        env={**inherited, "HOME": str(folder), **environment},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    (line,) = (one for one in done.stdout.splitlines() if one.startswith("REPORT"))
    found: dict[str, Any] = json.loads(line.removeprefix("REPORT"))
    return found


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Settings when the app is started from a folder that has nothing to do with it."""
    return started_in(tmp_path_factory.mktemp("elsewhere"))


@pytest.mark.parametrize("option", GUARDED)
def test_a_guarded_setting_is_in_the_file(option: str) -> None:
    section, name = option.split(".")

    assert FILE[section][name] == GUARDED[option]


@pytest.mark.parametrize("option", GUARDED)
def test_streamlit_still_knows_a_guarded_setting(option: str) -> None:
    assert option in config.get_config_options()


@pytest.mark.parametrize("option", GUARDED)
def test_a_guarded_setting_holds_from_another_folder(
    elsewhere: dict[str, Any], option: str
) -> None:
    assert elsewhere[option] == GUARDED[option]


def test_the_settings_are_the_same_from_the_project_folder(elsewhere: dict[str, Any]) -> None:
    assert started_in(ROOT) == elsewhere


def test_the_theme_comes_along_from_another_folder(elsewhere: dict[str, Any]) -> None:
    assert elsewhere["theme.light.primaryColor"] == FILE["theme"]["light"]["primaryColor"]


def test_a_launcher_can_override_a_setting(tmp_path: Path) -> None:
    found = started_in(tmp_path, STREAMLIT_SERVER_MAX_UPLOAD_SIZE="7")

    assert found["server.maxUploadSize"] == 7


def test_no_setting_in_the_file_is_unknown_to_streamlit() -> None:
    known = config.get_config_options()
    flat = [
        f"{section}.{name}"
        for section, values in FILE.items()
        for name, value in values.items()
        if not isinstance(value, dict)
    ]

    assert [name for name in flat if name not in known] == []


def test_every_setting_outside_the_theme_is_guarded() -> None:
    flat = {f"{s}.{n}" for s, values in FILE.items() if s != "theme" for n in values}

    assert flat == GUARDED.keys()


@pytest.mark.parametrize(
    "option", ["server.address", "server.allowedHosts", "server.cookieSecret", "server.port"]
)
def test_what_depends_on_the_place_stays_out_of_the_file(option: str) -> None:
    section, name = option.split(".")

    assert name not in FILE[section]


@pytest.mark.parametrize("option", ["server.enableCORS", "server.enableXsrfProtection"])
def test_the_guards_of_the_server_are_never_switched_off(option: str) -> None:
    section, name = option.split(".")

    assert name not in FILE[section]
    assert config.get_config_options()[option].default_val is True


def test_secrets_stay_out_of_the_repository() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()

    assert ".streamlit/secrets.toml" in ignored
