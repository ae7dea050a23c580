"""Reading one content file: TOML in, a validated model out, or one sentence that names the file and the place."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from throughline.errors import ContentError

M = TypeVar("M", bound=BaseModel)


class Record(BaseModel):
    """A piece of content: frozen once read, and strict about keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def read_toml(path: Path, model: type[M]) -> M:
    """Read one TOML file as ``model``.

    Raises:
        ContentError: the file is missing, is not TOML, or does not fit; the message names file and place.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ContentError(f"{path.name}: the file cannot be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(f"{path.name}: {error}") from error
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        place = _place(raw, first["loc"])
        raise ContentError(f"{path.name}: {place}: {first['msg']}") from error


def read_prose(path: Path) -> str:
    """Read one Markdown file.

    Raises:
        ContentError: the file is missing or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(f"{path.name}: the file cannot be read") from error


def read_binary(path: Path) -> bytes:
    """Read one file as it is, such as a font.

    Raises:
        ContentError: the file cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise ContentError(f"{path.name}: the file cannot be read") from error


def _place(raw: Any, location: tuple[int | str, ...]) -> str:
    """Name a place by the ids of the records on the way, so that an author finds it by search."""
    words: list[str] = []
    for step in location:
        try:
            raw = raw[step]
        except (KeyError, IndexError, TypeError):
            raw = None
        name = raw.get("id") if isinstance(raw, dict) else None
        words.append(f"{step} ({name})" if name else str(step))
    return " > ".join(words) or "top level"
