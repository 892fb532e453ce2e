"""README 的图: what its first steps show, drawn by the code that answers them."""

import asyncio
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from deploy.lawdesk import questions
from deploy.lawdesk.asking import ask
from deploy.rehearse.picture import as_svg
from deploy.rehearse.play import play
from deploy.rehearse.script import read_file
from shared.directory import load
from shared.law.calendar import CALENDAR
from shared.lawdesk import Setting

ASKED: Final[Mapping[str, object]] = {
    "served": "direct",
    "served_on": "2026-08-03",
    "told_remedies": True,
    "filed_on": "2026-10-08",
}
"""The facts of README's question `filing`."""

PLAYED: Final = Path(__file__).parents[1] / "docs" / "scenarios" / "no-reply.yaml"
"""The script of README's rehearsal."""


def pages() -> dict[str, str]:
    """Each picture by its place under `docs`."""
    filing = next(one for one in questions() if one.name == "filing")
    answer = ask(filing, dict(ASKED), Setting(date(2026, 10, 8), CALENDAR, load()))
    return {
        "pictures/period.svg": answer.proofs[0].svg(),
        "pictures/timeline.svg": as_svg(asyncio.run(play(read_file(PLAYED)))),
    }
