"""The frame as the application holds it: templates, files, menu; and problems told as pages."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final, cast

from fastapi import FastAPI, Response
from fastapi.exceptions import RequestValidationError
from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request

from shared.auth import Identity
from shared.db import ILLEGIBLE
from shared.directory import Directory
from shared.errors import HubError
from shared.frame.assets import Assets
from shared.frame.naming import said_in
from shared.frame.organs import spoken_in
from shared.frame.page import NotShown, Page
from shared.frame.rendering import Templates, choices, organs_typed
from shared.frame.words import FILTERS, name_in
from shared.law.procedure import Refused
from shared.pages import OWN, Bell, Entry, Offer, Pages, is_page
from shared.problem import problem_of
from shared.problem.telling import AWAY

HERE: Final = Path(__file__).parent

Handler = Callable[[Request, Exception], Awaitable[Response]]


@dataclass(frozen=True)
class Frame:
    """What every page is rendered with."""

    pages: tuple[Pages, ...]
    directory: Directory
    over_tls: bool = False
    address: str = ""
    """对外地址, without a path; empty: as the browser asks."""
    assets: Assets = field(init=False)

    def __post_init__(self) -> None:
        folders = {OWN: HERE / "static"} | {one.name: one.folder / "static" for one in self.pages}
        object.__setattr__(self, "assets", Assets(folders))

    @cached_property
    def templates(self) -> Templates:
        """The templates of all who contribute, each under its own name."""
        folders = [HERE / "templates", *(one.folder / "templates" for one in self.pages)]
        made = Templates(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        made.filters.update(FILTERS, name=name_in(self.directory), said=said_in(self.directory))
        made.filters["organ"] = typed = spoken_in(self.directory)
        made.filters.update(choices=choices, organs_typed=organs_typed(typed))
        made.globals["static"] = self.assets.address
        return made

    async def compile_all(self) -> None:
        """Compile each template before somebody waits for it.

        One takes up to a tenth of a second; between two, whoever asks is answered.
        """
        for name in self.templates.list_templates():
            self.templates.get_template(name)
            await asyncio.sleep(0.02)

    def fault(self, path: str) -> str:
        """The template that tells a problem on the page at a path."""
        own = (one.fault for one in self.pages if one.under and path.startswith(one.under))
        return next(own, "frame/fault.html")

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The whole menu, in order."""
        found = (entry for one in self.pages for entry in one.entries)
        return tuple(sorted(found, key=lambda entry: (entry.order, entry.path)))

    @cached_property
    def offers(self) -> Mapping[str, Offer]:
        """What is chosen from in forms, by the word that their fields say."""
        return {word: offer for one in self.pages for word, offer in one.offers.items()}

    @cached_property
    def forms(self) -> Mapping[str, str]:
        """Where acts have forms of their own, by the paths of their doors."""
        return {door: form for one in self.pages for door, form in one.forms.items()}

    @cached_property
    def begins(self) -> Mapping[str, str]:
        """Where it is asked what forms begin with, by the paths of their doors."""
        return {door: asked for one in self.pages for door, asked in one.begins.items()}

    def bell(self, who: Identity | None) -> Bell | None:
        """The bell in the head of the page, for those who have one."""
        found = (one.bell for one in self.pages if one.bell is not None)
        return next((one for one in found if one.is_for(who)), None)

    def menu(self, who: Identity | None) -> tuple[Entry, ...]:
        """The menu of one reader; empty for who is not signed in."""
        return () if who is None else tuple(one for one in self.entries if one.is_for(who))


def install_frame(
    app: FastAPI,
    pages: Sequence[Pages],
    directory: Directory,
    *,
    over_tls: bool = False,
    address: str = "",
) -> None:
    """Let an application that has the pages' routes show them, and tell problems on them."""
    app.state.frame = Frame(tuple(pages), directory, over_tls, address)
    protocol = (RequestValidationError, HTTPException, Exception)
    for kind in (Refused, HubError, *protocol, *AWAY, *ILLEGIBLE):
        app.add_exception_handler(kind, _on_pages(cast("Handler", app.exception_handlers[kind])))
    app.add_exception_handler(NotShown, cast("Handler", _not_shown))


def _on_pages(otherwise: Handler) -> Handler:
    async def tell(request: Request, error: Exception) -> Response:
        if not is_page(request.url.path):
            return await otherwise(request, error)
        await otherwise(request, error)  # it logs what the operators must know
        return Page(request).fault(problem_of(error, request))

    return tell


async def _not_shown(request: Request, error: NotShown) -> Response:
    return Page(request).fault(error.problem)


def frame_of(app: Any) -> Frame:  # noqa: ANN401 - the application of a request is not typed
    """The frame of an application."""
    return cast("Frame", app.state.frame)
