"""The signpost 路标: which few routes a path can be for, told by its first and its last word."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from fastapi import APIRouter
from starlette.routing import BaseRoute
from starlette.types import Receive, Scope, Send

GAP: Final = "{}"
"""Stands for a word of a path that may be anything."""


class Signpost:
    """Hands each request to a router of the few routes that its path can be for.

    A router tries its routes one after another. The signpost tells by the first and the last word
    of a path which of them can match; what matches, 404 and 405 stay the router's own.
    """

    def __init__(self, whole: APIRouter) -> None:
        """Know the way to all routes of a router, as they are now.

        Raises:
            ValueError: A route may begin with anything, or may end in several words.
        """
        self._whole = whole
        streets: dict[str, list[tuple[str, BaseRoute]]] = defaultdict(list)
        for route in whole.routes:
            first, last = _words(_template(route))
            streets[first].append((last, route))
        self._ways = {
            (first, end): _router([route for last, route in street if last in (end, GAP)])
            for first, street in streets.items()
            for end in {last for last, _ in street} | {GAP}
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; what no way is known for, the whole router answers."""
        way = self._whole
        if scope["type"] == "http":  # the start and the end of a process are the whole one's
            first, last = _words(scope["path"])
            way = self._ways.get((first, last)) or self._ways.get((first, GAP)) or self._whole
        scope["router"] = self._whole
        # Not the router itself: the whole one would come back here.
        await way.app(scope, receive, send)


def _router(routes: Sequence[BaseRoute]) -> APIRouter:
    few = APIRouter(redirect_slashes=False)
    few.routes.extend(routes)
    return few


def _template(route: BaseRoute) -> str:
    path: str = getattr(route, "path", GAP)
    gaps = [word for word in path.split("/") if "{" in word]
    if path.startswith(("{", "/{")) or any(":" in gap or gap[0] != "{" for gap in gaps):
        raise ValueError(f"no signpost leads there: {path}")
    return "/".join(GAP if "{" in word else word for word in path.split("/"))


def _words(path: str) -> tuple[str, str]:
    """The first word, and the last of those after it."""
    first, _, rest = path[1:].partition("/")
    return first, rest.rpartition("/")[2]
