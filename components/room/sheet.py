"""The recovery sheet: one page to print, with the secret in words and as a QR code."""

from html import escape

from components import resources
from throughline.workshop.invitation import qr_svg, shown_code
from throughline.workshop.room import Room

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1.5rem;
  color: #1c2321; background: #fff }
h1 { font: 600 2rem Georgia, serif }
dt { color: #5a625f; margin-top: 1rem }
dd { margin: 0; font-size: 1.25rem; overflow-wrap: anywhere }
code { font: 600 1.25rem ui-monospace, monospace }
svg { width: 12rem; height: 12rem }
"""
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width"><title>{title}</title><style>{style}</style></head>
<body><main><h1>{title}</h1><p>{lead}</p><dl>{rows}</dl><div>{qr}</div><p>{hint}</p><p>{made}</p></main></body></html>
"""


def recovery_sheet(room: Room, recovery: str) -> bytes:
    """Return the sheet as a page that asks nothing of any network."""
    words = resources.catalogue().room.sheet
    today = resources.today()
    rows = {
        words["room"]: escape(room.title),
        words["code"]: escape(shown_code(room.code or "")),
        words["recovery"]: f"<code>{escape(recovery)}</code>",
    }
    return _PAGE.format(
        policy=_POLICY,
        style=_STYLE,
        title=escape(words["title"]),
        lead=escape(words["lead"]),
        rows="".join(f"<dt>{escape(name)}</dt><dd>{value}</dd>" for name, value in rows.items()),
        qr=qr_svg(recovery),
        hint=escape(words["qr"]),
        made=escape(words["made"].format(day=f"{today.day} {today:%B %Y}")),
    ).encode()
