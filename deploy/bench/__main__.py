"""`python -m deploy.bench`: measure the hub on this machine, in one run."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Annotated, Final

import typer
import uvloop

from deploy.bench import flood, ledger, lifecycle, pages, pipeline, sweep, watch, whistle, whistles
from deploy.bench.figures import Figures
from deploy.bench.profiles import Profiles
from deploy.bench.servers import Servers, servers
from shared.logging import configure

Measure = Callable[..., Awaitable[None]]

MEASURES: Final[Mapping[str, Measure]] = {
    "pipeline": pipeline.measure,
    "whistle": whistle.measure,
    "lifecycle": lifecycle.measure,
    "whistles": whistles.measure,
    "flood": flood.measure,
    "import": ledger.measure,
    "watch": watch.measure,
    "sweep": sweep.measure,
    "pages": pages.measure,
}


def bench(
    only: Annotated[list[str] | None, typer.Option(help="one measure, or several")] = None,
    *,
    quick: Annotated[bool, typer.Option(help="short laps, to see that it works")] = False,
    profile: Annotated[Path | None, typer.Option(help="folder for profiles")] = None,
) -> None:
    """测量 / measure the hub, print a table, write bench.json.

    例如: `python -m deploy.bench --only pipeline --quick`
    """
    if strange := set(only or ()) - set(MEASURES):
        raise typer.BadParameter(f"{sorted(strange)}: one of {', '.join(MEASURES)}")
    configure("ERROR", pretty=True)
    if profile:
        profile.mkdir(parents=True, exist_ok=True)
    figures, profiles = Figures(), Profiles(profile and profile.absolute())
    chosen = [MEASURES[name] for name in MEASURES if not only or name in only]
    with servers() as found, asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        try:
            runner.run(_measure(chosen, found, figures, profiles, quick=quick))
        finally:
            figures.tell()
            figures.write()
            if profile:
                (profile / "profile.txt").write_text(profiles.tell())


async def _measure(
    chosen: list[Measure], found: Servers, figures: Figures, profiles: Profiles, *, quick: bool
) -> None:
    task = asyncio.current_task()
    assert task is not None  # noqa: S101 - we are in it
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    await found.prepare()
    for measure in chosen:
        await measure(found, figures, profiles, quick=quick)


if __name__ == "__main__":
    app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    app.command()(bench)
    app()
