"""Who was heard of lately."""

from throughline.workshop.presence import LATELY_SECONDS, Presence


def test_a_device_counts_once_however_often_it_asks() -> None:
    presence = Presence()
    for at in (1.0, 2.0, 3.0):
        presence.hear("room", 7, at)

    assert presence.active("room", 4.0) == 1


def test_a_device_is_active_for_a_minute_and_in_its_own_room_only() -> None:
    presence = Presence()
    presence.hear("room", 1, 0.0)
    presence.hear("other", 2, 0.0)

    assert presence.active("room", LATELY_SECONDS) == 1
    assert presence.active("room", LATELY_SECONDS + 0.1) == 0
    assert presence.active("third", 0.0) == 0
