"""What somebody contributes to the desks: pages with their templates, files and menu entries."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from fastapi import APIRouter

from shared.auth import Identity, Role

Offer = Callable[[Any, UUID, Mapping[str, str]], Awaitable[tuple[tuple[str, str], ...]]]
"""What one chooses from in a form of a file: values, and what each is called.

It is asked with the hub, and with the id and the labels of the file; among them `READER`.
"""

READER: Final = "reader"
"""Organ code of whoever chooses, beside the labels of the file."""

OWN: Final = "frame"
"""The frame's own name among those who contribute."""


@dataclass(frozen=True, slots=True)
class Entry:
    """菜单项: a page that the menu leads to, for those who have one of its roles."""

    title: str
    path: str
    roles: frozenset[Role]
    order: int = 50
    """Where it stands in the menu, from above."""
    says: str = ""
    """What one does there, in a sentence, for the first page of the desk."""

    def is_for(self, who: Identity) -> bool:
        """Whether it stands in this reader's menu."""
        return not self.roles.isdisjoint(who.roles)


@dataclass(frozen=True, slots=True)
class Bell:
    """铃: a link in the head of every page, with a number that a script keeps up."""

    path: str
    count: str
    """Where the number is asked for."""
    script: str
    """The static file that asks."""
    roles: frozenset[Role]

    def is_for(self, who: Identity | None) -> bool:
        """Whether it stands in this reader's head of page."""
        return who is not None and not self.roles.isdisjoint(who.roles)


@dataclass(frozen=True, slots=True)
class Pages:
    """页面: a router of pages, and the folder with `templates/NAME/` and `static/` beside it."""

    name: str
    router: APIRouter
    folder: Path
    entries: tuple[Entry, ...] = ()
    bell: Bell | None = None
    under: str = ""
    """How the paths of pages begin that have a look of their own; empty for those of the desks."""
    fault: str = ""
    """The template that tells a problem on those pages."""
    offers: Mapping[str, Offer] = field(default_factory=dict)
    """What fields of its forms are chosen from, by the word that they say."""
    forms: Mapping[str, str] = field(default_factory=dict)
    """Its own form of an act, by the path of the act's door: the address, with a gap for the file.
    It takes `back`, the page to which it leads when the act is done."""
    begins: Mapping[str, str] = field(default_factory=dict)
    """Where it is asked what the form of an act begins with, by the path of the act's door: of a
    door that answers with some of its fields, with a gap for the file."""


def is_page(path: str) -> bool:
    """Whether a path is that of a page, and what goes wrong there is told as one."""
    return path == "/" or path.startswith(("/desk", "/party", "/sign-in", "/sign-out"))
