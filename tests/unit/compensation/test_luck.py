"""Draws are the same for the same seed, mirrored in halves, and apart from one another by stream."""

import numpy as np
import pytest

from throughline.compensation.luck import STREAMS, Luck


@pytest.mark.parametrize("paths", [1, 2, 7, 10])
def test_the_second_half_of_the_lives_mirrors_the_first(paths: int) -> None:
    drawn = Luck(1, paths).normals("hours", 3)
    half = (paths + 1) // 2

    assert drawn.shape == (3, paths)
    assert np.array_equal(drawn[:, half:], -drawn[:, : paths - half])


def test_the_streams_are_the_numbered_children_of_the_seed() -> None:
    children = np.random.SeedSequence(5).spawn(len(STREAMS))
    for stream, child in zip(STREAMS, children, strict=True):
        expected = np.random.Generator(np.random.PCG64(child)).random((2, 3))
        assert np.array_equal(Luck(5, 3).uniforms(stream, 2), expected)


def test_a_longer_time_keeps_the_draws_of_a_shorter_one() -> None:
    luck = Luck(1, 10)

    assert np.array_equal(luck.normals("price", 60), luck.normals("price", 120)[:60])
    assert np.array_equal(luck.uniforms("job loss", 60), luck.uniforms("job loss", 120)[:60])


def test_another_seed_draws_otherwise() -> None:
    assert not np.array_equal(Luck(1, 10).normals("hours", 2), Luck(2, 10).normals("hours", 2))
