"""Spoiled plan files open as legal plans or are refused in a sentence; the long run is `tests.fuzz_plan_file`."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plan_files.judged import judge
from tests.plan_files.mutations import spoiled

SEEDS = st.integers(0, 2**48)
quick = settings(max_examples=2000, deadline=None)
examples = settings(max_examples=300, deadline=None)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4)
    ),
    max_leaves=12,
)
SECTIONS = st.sampled_from(
    (
        *("versions", "owner", "plan_id", "saved", "answers", "steps", "pay", "goals", "counters"),
        *("free_hours", "first_month", "actions", "dismissed", "journal", "sittings"),
    )
)


@quick
@given(SEEDS)
def test_a_spoiled_file_is_put_right_in_words_or_refused(seed: int) -> None:
    assert judge(spoiled(seed))


@examples
@given(st.binary(max_size=300) | st.text(max_size=300))
def test_anything_at_all_is_refused(data: bytes | str) -> None:
    assert judge(data) not in ("opened", "opened with notes")


@examples
@given(st.dictionaries(SECTIONS, JSON, max_size=4))
def test_a_file_of_forged_sections_never_raises(sections: dict[str, object]) -> None:
    document = {"app": "throughline", "format": 1, **sections}
    assert judge(json.dumps(document).encode())


def test_a_seed_always_spoils_the_same_way() -> None:
    assert [spoiled(seed) for seed in range(50)] == [spoiled(seed) for seed in range(50)]
    assert len({spoiled(seed) for seed in range(200)}) > 150
