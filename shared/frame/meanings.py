"""What the words of an enumeration are called in Chinese, read off where they are explained.

Members are explained by the text under them or the comment beside them, which opens with the
Chinese term, as the fields of a model are; there is no second table to fall behind.
"""

import ast
import inspect
import io
import re
import textwrap
import tokenize
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Final

from pydantic.config import JsonDict

from shared.law.terms import zh

_TERM: Final = re.compile(r"[^\s,.:;(，。：；]*[\u4e00-\u9fff][^\s,.:;(，。：；]*")


@cache
def meanings(words: type[Enum]) -> Mapping[str, str]:
    """What each word is called, by its value; the word itself where nobody says."""
    told = _told(words)
    return {str(word.value): told.get(word.name) or _term(str(word.value)) for word in words}


def worded(words: type[Enum]) -> Callable[[JsonDict], None]:
    """接口说明: a field tells programs what each word means; its form has them by their names."""

    def tell(schema: JsonDict) -> None:
        listed = "，".join(f"{word} {says}" for word, says in meanings(words).items())
        said = schema.get("description")
        schema["description"] = f"{said}；{listed}" if said else listed

    return tell


def _told(words: type[Enum]) -> dict[str, str]:
    source = textwrap.dedent(inspect.getsource(words))
    [tree] = ast.parse(source).body
    assert isinstance(tree, ast.ClassDef)  # noqa: S101 - the source of a class is a class
    comments = _comments(source)
    found: dict[str, str] = {}
    name, line = "", 0
    for row in tree.body:
        if isinstance(row, ast.Assign) and isinstance(row.targets[0], ast.Name):
            name, line = row.targets[0].id, row.end_lineno or 0
            found[name] = _chinese(comments.get(line, ""))
        elif isinstance(row, ast.Expr) and isinstance(row.value, ast.Constant) and name:
            found[name] = _chinese(str(row.value.value)) or found.get(name, "")
    return found


def _comments(source: str) -> dict[int, str]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {one.start[0]: one.string for one in tokens if one.type == tokenize.COMMENT}


def _chinese(text: str) -> str:
    found = _TERM.search(text)
    return re.sub(r"（[^）]*）?$", "", found[0].strip("'\"“”`")) if found else ""


def _term(value: str) -> str:
    try:
        return zh(value)
    except LookupError:
        return value
