"""One phone of a crowd: joins by the QR link, waits, answers, loses its connection, comes back as itself."""

import asyncio
import json
import random
import time
from dataclasses import dataclass, field

from streamlit.proto.WidgetStates_pb2 import WidgetState

from bench.room.session import Broken, Session, scale_reply

SECTION, QUESTIONS = "work", ("J1", "J3", "C1", "C4")
NOTICE_LIMIT_S = 40.0
RETRY_S = (0.5, 1.5)
"""How long a browser waits before it tries to connect again."""
_SAVE, _PLACE = f"-cta_save_{SECTION}_1", "-keepsake_place"


@dataclass
class Phone(Session):
    """A phone with the little that its browser keeps: cookies, and the text of the keepsake piece."""

    kept: str = ""
    reloads: int = 0
    entered: dict[str, float] = field(default_factory=dict)
    drawn: asyncio.Event = field(default_factory=asyncio.Event)

    async def arrive(self, link: str) -> None:
        """Follow the link of the QR code and join, which is one tap."""
        leads = await self.visit(link)
        self.query = leads.partition("?")[2]
        await self.open()
        await self.press("-cta_join")
        self.keep()

    def keep(self) -> None:
        """Store what the page asks the browser to keep."""
        self.kept = self._keepsake().get("text", "") or self.kept

    async def lose_connection(self) -> None:
        """Cut the connection without a word, whatever is under way."""
        await self.close()
        self.forget_page()

    async def come_back(self, *, fresh: bool = False) -> None:
        """Connect again: to the same session if it is still held, or as a reloaded page."""
        if fresh:
            self.id = ""
            self.query = ""
        await self.open()
        told = self._keepsake()
        if self.kept and told and not told.get("text"):
            found = json.dumps({"session": told["session"], "text": self.kept})
            name = self.find(_PLACE)
            self.values[name] = WidgetState(id=name, json_value=json.dumps({"found": found}))
        if not self.settled:
            await (
                self.run()
            )  # what came first was the end of a run that was cut off, or the code page

    @property
    def form_is_open(self) -> bool:
        """Whether the section can be answered now."""
        return bool(self.find(_SAVE))

    @property
    def saved(self) -> bool:
        """Whether the page says that the answers are saved, which it reads from the row."""
        return any("check_circle" in text for text in self.texts)

    @property
    def settled(self) -> bool:
        """Whether the page shows the section, answered or not."""
        return self.form_is_open or self.saved

    async def wait_for_form(self, opened: "asyncio.Future[float]") -> float:
        """Ask as often as the page says until the section opens; returns seconds after the command."""
        while not self.form_is_open:
            if opened.done() and time.perf_counter() - opened.result() > NOTICE_LIMIT_S:
                raise Broken("the phone never saw the section open")
            await asyncio.sleep(self.pace)
            await self.poll()
        return time.perf_counter() - await opened

    async def ask_for(self, seconds: float) -> None:
        """Stay on the page for so long, which asks as often as it says."""
        while seconds > 0:
            pause = min(self.pace, seconds)
            await asyncio.sleep(pause)
            if pause == self.pace:
                await self.poll()
            seconds -= pause

    @property
    def pace(self) -> float:
        """Seconds between two questions of the page."""
        return min(self.pollers.values(), default=5.0)

    async def answer(self, chance: random.Random) -> None:
        """Answer every question and press "Save and go on"; nothing to do once it is saved."""
        if self.saved:
            return
        piece = self.find(".scale")
        # Whoever falls out while saving presses "Save" again on the answers that stand in the form.
        self.entered = self.entered or {q: float(chance.randrange(11)) for q in QUESTIONS}
        self.values[piece] = scale_reply(piece, self.entered)
        await self.press(_SAVE)

    async def answer_and_fall_out(self, chance: random.Random) -> None:
        """Press "Save", lose the connection at any moment before the reply, and come back."""
        sending = asyncio.create_task(self.answer(chance))
        await asyncio.sleep(chance.uniform(0, 0.05))
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
        await self.lose_connection()
        await asyncio.sleep(chance.uniform(*RETRY_S))
        try:
            await self.come_back()
        except Broken:  # a page that does not move is reloaded, and counted
            self.reloads += 1
            await self.lose_connection()
            await self.come_back(fresh=True)

    def _keepsake(self) -> dict[str, str]:
        name = self.find(_PLACE)
        data = json.loads(self.elements.get(name) or "{}")
        return {key: str(value or "") for key, value in data.items()}
