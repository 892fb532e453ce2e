"""Profiles: where the time of a part goes, kept from the end of its warm-up to its end."""

import io
import os
import pstats
import signal
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

LINES: Final = 30


class Profiles:
    """Which parts are profiled, and where their counts go; none when no folder is given."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._files: dict[str, Path] = {}

    @classmethod
    def none(cls) -> "Profiles":
        """Nothing is profiled."""
        return cls(None)

    @property
    def wanted(self) -> bool:
        """Whether anything is profiled."""
        return self._folder is not None

    def env(self, name: str) -> Mapping[str, str]:
        """What a part is told, so that it counts."""
        if self._folder is None:
            return {}
        self._files[name] = self._folder / f"{name}.prof"
        return {"BENCH_PROFILE": str(self._files[name])}

    def begin(self, pids: Iterable[int]) -> None:
        """Let the parts begin to count; those that were not told to count do not hear it."""
        if self._folder is None:
            return
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGUSR1)

    def tell(self) -> str:
        """The dearest functions of each part, by their own time and with what they call."""
        told = io.StringIO()
        for name, file in self._files.items():
            if not file.exists():
                continue
            for order in ("tottime", "cumtime"):
                told.write(f"== {name}, by {order}\n")
                pstats.Stats(str(file), stream=told).strip_dirs().sort_stats(order).print_stats(
                    LINES
                )
        return told.getvalue()
