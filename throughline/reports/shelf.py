"""What every interactive page carries: the library, the script, the fonts, and the policy over them."""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from throughline.content.catalogue import ROOT
from throughline.content.reading import read_binary, read_prose

STATIC = ROOT / "static"
LIBRARY = "plotly-basic-4.1.1.min.js"
FONTS = {"Inter": "inter.woff2", "Fraunces": "fraunces.woff2"}
SCRIPT = Path(__file__).parent / "templates" / "report.js"


@dataclass(frozen=True)
class Shelf:
    """What is the same in every interactive page.

    Attributes:
        plotly: plotly.js, as published.
        script: our own few lines that draw.
        fonts: family -> font file.
    """

    plotly: str
    script: str
    fonts: Mapping[str, bytes]

    @property
    def policy(self) -> str:
        """The content policy: these two scripts run and no other, and nothing is fetched.

        Plotly writes its own rules into the page, and a picture is saved by way of a blob.
        """
        runs = " ".join(f"'sha256-{_digest(text)}'" for text in (self.plotly, self.script))
        return (
            f"default-src 'none'; script-src {runs}; style-src 'unsafe-inline'; "
            "img-src data: blob:; font-src data:; connect-src 'none'; "
            "base-uri 'none'; form-action 'none'"
        )

    @property
    def font_rules(self) -> str:
        """The fonts as rules of a style sheet."""
        return "\n".join(
            f'@font-face {{ font-family: "{family}"; font-weight: 100 900; font-display: swap; '
            f"src: url(data:font/woff2;base64,{base64.b64encode(data).decode('ascii')}); }}"
            for family, data in self.fonts.items()
        )


def read_shelf(folder: Path = STATIC) -> Shelf:
    """Read the library, the script and the fonts.

    Raises:
        ContentError: one of the files cannot be read; the message names it.
    """
    fonts = {family: read_binary(folder / name) for family, name in FONTS.items()}
    return Shelf(read_prose(folder / LIBRARY), read_prose(SCRIPT), fonts)


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
