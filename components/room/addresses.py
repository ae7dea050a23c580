"""Under which addresses phones may reach this room, which of them have been reached, and what to try if none is."""

import streamlit as st

from components import resources
from components.state.room import base_address, join_link, tell_address
from throughline.workshop.views import Desk

QR = 130  # pixels


def arrival(shown: Desk) -> None:
    """Say whether a phone has arrived under the address that is shown, and what to try while none has."""
    words = resources.catalogue().room.host
    base, landed = base_address(), resources.presence().landed(shown.room.id)
    # What landed is forgotten with the process; who is in the room, unless invented, has arrived somehow.
    real = bool(shown.people) and not shown.room.rehearsal
    arrived = base in landed or (real and not resources.server_places())
    _status(arrived=arrived)
    for one in sorted(landed - {base}):
        st.info(words["landed_elsewhere"].format(address=_short(one)), icon=":material/lan:")
    if len(resources.server_places()) > 1:
        _others(shown, base, landed)
    with st.expander(words["reach"], type="compact", key="desk_reach"):
        st.markdown("\n".join(f"{n}. {words[f'reach_{n}']}" for n in range(1, 6)))


def _others(shown: Desk, base: str, landed: frozenset[str]) -> None:
    words = resources.catalogue().room.host
    others = {one: name for one, name in resources.server_places().items() if one != base}
    label = f"{words['addresses']}: {len(others)}"
    found = base in landed
    with st.expander(label, type="compact", expanded=not found, key=f"desk_addresses_{found}"):
        st.markdown(words["addresses_lead"])
        for number, (address, adapter) in enumerate(others.items()):
            with st.container(
                horizontal=True, vertical_alignment="center", key=f"address_{number}"
            ):
                link = join_link(shown.room.code or "", shown.qr_key, base=address)
                name = _short(address)
                st.image(
                    resources.qr_code(link),
                    width=QR,
                    alt=words["address_qr"].format(address=name),
                )
                with st.container(width="content", gap="xsmall"):
                    st.markdown(f"**{name}/join**  \n:gray[{adapter}]")
                    _status(arrived=address in landed)
                    st.button(
                        words["address_use"],
                        key=f"use_{address}",
                        on_click=tell_address,
                        args=[address],
                    )


def _status(*, arrived: bool) -> None:
    words = resources.catalogue().room.host
    if arrived:
        st.markdown(f":green-badge[:material/check_circle: {words['first_phone']}]")
    else:
        st.markdown(f":gray-badge[:material/hourglass_empty: {words['no_phone']}]")


def _short(address: str) -> str:
    return address.partition("://")[2]
