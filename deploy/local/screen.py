"""What `hub up` shows: its progress, then what its parts warn of, in colour at a terminal."""

import contextlib
import time
from collections.abc import Iterator
from typing import Final

from rich.console import Console
from rich.status import Status
from rich.text import Text

_COLOURS: Final = ("cyan", "magenta", "green", "yellow", "blue")
_WIDTH: Final = 9
_PLAIN_EVERY_SECONDS: Final = 5.0


class Screen:
    """A terminal, or a plain file of lines."""

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(highlight=False)
        self._colours: dict[str, str] = {}
        self._status: Status | None = None
        self._begun = time.monotonic()
        self._said = self._begun

    def line(self, name: str, text: str) -> None:
        """A line of a part, with its name in front."""
        colour = self._colours.setdefault(name, _COLOURS[len(self._colours) % len(_COLOURS)])
        with contextlib.suppress(OSError):  # nobody reads any more, or the disk is full
            self._console.print(Text.assemble((f"{name:<{_WIDTH}}", colour), text), soft_wrap=True)

    def say(self, text: str, *, style: str = "") -> None:
        """A line of the hub itself."""
        self._console.print(Text(text, style=style), soft_wrap=True)

    @contextlib.contextmanager
    def progress(self) -> Iterator[None]:
        """Meanwhile `still` shows what is being waited for."""
        with self._console.status("正在启动 / starting") as status:
            self._status = status if self._console.is_terminal else None
            yield
        self._status = None

    def still(self, what: str) -> None:
        """Show what is waited for; as plain lines only now and then."""
        now = time.monotonic()
        text = f"正在启动 {what}（{now - self._begun:.0f} 秒）"
        if self._status:
            self._status.update(text)
        elif now - self._said > _PLAIN_EVERY_SECONDS:
            self._said = now
            self.say(text)

    def done(self, what: str) -> None:
        """Say that something stands, and after how long."""
        self.say(f"✓ {what}（{time.monotonic() - self._begun:.1f} 秒）")
