"""Legal plan files spoiled at random: bytes flipped, cut and recoded, keys and values swapped for hostile ones."""

import json
import random  # noqa: TID251  (seeded: the same seed is always the same file)
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

FROZEN = sorted(Path(__file__).parent.glob("format-*.json"))
SEEDS = tuple(path.read_bytes() for path in FROZEN)
COMPACT = tuple(
    json.dumps(json.loads(seed), ensure_ascii=False, separators=(",", ":")).encode()
    for seed in SEEDS
)

HOSTILE: tuple[Any, ...] = (
    *(None, True, False, -1, 0, 1, 5, 11, 100, 0.5, -0.0, 10**14, 10**15, 10**400),
    *(1e308, -1e308, 5e-324, float("inf"), float("-inf"), float("nan"), 1.0, 2),
    *("", " ", "x" * 81, "y" * 2000, "\ud800", "a\0b", "\u202etext", "\u2028", "é", "🙂" * 70),
    *("1", "7", "na", "skipped", "NaN", "true", "null", "quick", "full", "review", "now", "D1"),
    *("2027-02-30", "9999-12-31", "2027-03-31", "0001-01-01", "20270331", "J1", "X1", "g1", "s1"),
    *("__proto__", "__class__", "{0.__class__}", "%s", "../../etc/passwd", "</script>", "=1+1"),
    *([], {}, [[]], [{}], [None], {"": 0}, {"id": 1}, [1, 2, 3], ["D1", "D1"], {"J1": "7"}),
)
_NEST = 40
_MOST_PLACES = 10_000


def spoiled(seed: int) -> bytes:
    """A file that began as a legal one; the same for the same seed on every machine."""
    chance = random.Random(seed)  # noqa: S311
    data = chance.choice(SEEDS + COMPACT)
    if chance.random() < 0.7:
        data = _restructured(data, chance)
    if chance.random() < 0.5:
        for _ in range(chance.choice((1, 1, 1, 2, 8))):
            data = chance.choice(_BYTES)(data, chance)
    return data


def _restructured(data: bytes, chance: random.Random) -> bytes:
    document = json.loads(data)
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        places = list(islice(_places(document), _MOST_PLACES))
        if len(places) == _MOST_PLACES:  # copies of copies grow without end
            break
        chance.choice(_SHAPES)(places, chance)
    ascii_ = chance.random() < 0.3
    text = json.dumps(document, ensure_ascii=ascii_, indent=chance.choice((None, None, 1)))
    if chance.random() < 0.05:
        text = text.replace(":", ": 1, " + chance.choice(('"app":', '"J1":', '"x":')), 1)
    return text.encode("utf-8", "surrogatepass")


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container with every key or index in it."""
    names = value.keys() if isinstance(value, dict) else range(len(value))
    for name in names:
        yield value, name
        if isinstance(value[name], dict | list):
            yield from _places(value[name])


Places = list[tuple[Any, Any]]


def _replace(places: Places, chance: random.Random) -> None:
    inside, name = chance.choice(places)
    inside[name] = json.loads(json.dumps(chance.choice(HOSTILE)))


def _delete(places: Places, chance: random.Random) -> None:
    inside, name = chance.choice(places)
    del inside[name]


def _rename(places: Places, chance: random.Random) -> None:
    inside, name = chance.choice(places)
    if isinstance(inside, dict):
        inside[str(chance.choice(HOSTILE[22:56]))] = inside.pop(name)


def _swap(places: Places, chance: random.Random) -> None:
    (one, first), (other, second) = chance.choice(places), chance.choice(places)
    # A value inside the other would close a circle.
    values = json.loads(json.dumps([one[first], other[second]]))
    one[first] = values[1]
    if second in other if isinstance(other, dict) else second < len(other):
        other[second] = values[0]


def _repeat(places: Places, chance: random.Random) -> None:
    inside, name = chance.choice(places)
    if isinstance(inside, list):
        inside.extend([inside[name]] * chance.choice((1, 2, 70)))
    else:
        inside[f"{name}x"] = inside[name]


def _nest(places: Places, chance: random.Random) -> None:
    inside, name = chance.choice(places)
    for _ in range(chance.choice((1, 3, _NEST))):
        inside[name] = [inside[name]]


def _flip(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) or 1)
    return data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _take_out(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.randrange(1, 40) :]


def _copy(data: bytes, chance: random.Random) -> bytes:
    start, to = chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)
    return data[:to] + data[start : start + chance.randrange(1, 60)] + data[to:]


def _insert(data: bytes, chance: random.Random) -> bytes:
    tokens = (b"NaN", b"-Infinity", b"1e999", b"[" * 50, b'{"a":' * 20, b"9" * 5000, b"\xff\xfe")
    more = (b"\xef\xbb\xbf", b"\0", b'"', b"\\", b"\\ud800", b"//x", b",", b"}", b"\xc3", b"\r\n")
    place = chance.randrange(len(data) + 1)
    return data[:place] + chance.choice(tokens + more) + data[place:]


def _recode(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    coding = chance.choice(("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "latin-1", "cp037"))
    return text.encode(coding, "replace")


_SHAPES: tuple[Callable[[Places, random.Random], None], ...] = (
    *(_replace, _replace, _replace, _delete, _rename, _swap, _repeat, _nest),
)
_BYTES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    *(_flip, _flip, _cut, _take_out, _copy, _insert, _recode),
)
