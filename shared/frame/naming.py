"""称呼: whom the hub's own sentences speak of, by what they are called and not by codes.

Doors speak of codes, as whoever asks at them does. Pages are read by people: each sentence that
they show passes here.
"""

import re
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Final

from shared.directory import Directory
from shared.frame.words import said
from shared.problem.model import Problem
from shared.sessions.posts import Asked, titles_of

_CODE: Final = re.compile(r" ?(?<![\w./:-])(\w[\w.:-]*\w)(?![\w./:-]) ?", re.ASCII)
"""What may be a code among words, with the blanks that part it from Chinese."""

_SPEAKS: Final = frozenset({HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY})
"""Of what an act was refused for; other problems speak of nobody."""


def by_name(text: str, called: Callable[[str], str | None]) -> str:
    """A sentence with the codes that are known by what they are called; the others stay."""
    return _CODE.sub(lambda found: called(found[1]) or found[0], text)


def said_in(directory: Directory) -> Callable[[str], str]:
    """A sentence as officials write it: its days, and the organs of a directory by name."""
    called = _organs(directory)
    return lambda text: by_name(said(text), called)


async def told_by_name(problem: Problem, pool: Asked, directory: Directory) -> Problem:
    """Why an act was not done, with organs and with posts by what they are called."""
    if problem.status not in _SPEAKS:
        return problem
    texts = (problem.detail, *(one.message for one in problem.fields))
    codes = {code for text in texts for code in _CODE.findall(text)}
    organ, posts = _organs(directory), await titles_of(pool, codes)

    def told(text: str) -> str:
        return by_name(text, lambda code: organ(code) or _known(posts, code))

    fields = tuple(one.model_copy(update={"message": told(one.message)}) for one in problem.fields)
    return problem.model_copy(update={"detail": told(problem.detail), "fields": fields})


def _organs(directory: Directory) -> Callable[[str], str | None]:
    def called(code: str) -> str | None:
        try:
            return directory.organ(code).name
        except LookupError:
            return None

    return called


def _known(posts: Mapping[str, str], code: str) -> str | None:
    return title if (title := posts[code]) != code else None
