"""认定内容: the findings of a page as a reader reads them, label by label."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from types import MappingProxyType
from typing import Any, Final, get_args
from uuid import UUID

from pydantic import BaseModel

from shared.casepage.answers import PageOut
from shared.casepage.desk.labels import ACCOUNTS, ARTICLES, LABELS, PERIODS, TECHNICAL
from shared.contracts.catalogue import KINDS, wording
from shared.contracts.supervision import AlertRaised
from shared.frame.meanings import meanings
from shared.frame.words import day, until
from shared.law.article import Article
from shared.law.period import parse_period

PAPER: Final = "_id"
"""How the names of fields end that hold the id of a paper."""

PARTIES_OF: Final = frozenset(
    {
        *("party", "obliged", "taker", "applicants", "respondents"),
        *("others", "representatives", "successors", "refusal_for", "unserved", "ties"),
        "agreed",
        *("askers", "request_ids", "enforces_for", "opinion_letters"),
    }
)
"""Fields that hold the ids of people, or of what they asked for: they are counted."""

ONE_BY_ONE: Final = frozenset(
    {
        *("opinions", "conditions", "dispositions", "withheld", "duties", "claims"),
        *("applied_each", "joint_served", "joint_attended", "attended"),
    }
)
"""Fields with several of something short, each of which is read out; papers are listed apart."""

PERSON: Final = ("person", "person_id")
"""Fields with the id of the one person that something is said of."""

ACT: Final = "act"
"""Which of several acts one of several is about, by its number."""

_ID_SIGNS: Final = 36

ALERT: Final = AlertRaised.kind_name()

NOBODY: Final[Mapping[str, str]] = MappingProxyType({})
"""No posts by name: of pages that name none."""

Name = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding 认定: what it is called and what it says, or the paper that says it."""

    label: str
    says: str = ""
    paper: str = ""


DUTIES: Final = frozenset({"duty", "deadline"})
"""Fields that hold the name of a period."""

OF_ALERT: Final = {"act": "duty"}
"""What an alert calls the period that was missed."""


def findings(
    page: PageOut, name: Name, duties: Mapping[str, str], titles: Mapping[str, str] = NOBODY
) -> list[Finding]:
    """What a page found, without what ties messages together.

    Args:
        page: The page.
        name: What a code of the directory is called.
        duties: What periods are called, by their names.
        titles: What the posts of `named_in` this page are called, by their codes.
    """
    known = KINDS.get(page.kind)
    hints = {n: f.annotation for n, f in known.model_fields.items()} if known else {}
    found = _by_title(page.findings, titles)
    if page.kind == ALERT:
        found = {OF_ALERT.get(key, key): value for key, value in found.items()}
    found = {k: duties.get(v, v) if k in DUTIES else v for k, v in found.items()}
    return list(_told(found, hints, name))


def named_in(pages: Iterable[PageOut]) -> set[str]:
    """Codes of the posts that pages name in what they found."""
    return {
        str(code)
        for page in pages
        for field, value in fields_in(page.findings)
        if field in ACCOUNTS
        for code in (value if isinstance(value, list) else [value])
        if isinstance(code, str)
    }


def fields_in(found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Each field of what a page found, and those of what stands in it."""
    for field, value in found.items():
        yield field, value
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                yield from fields_in(inner)


def _by_title(found: Mapping[str, Any], titles: Mapping[str, str]) -> dict[str, Any]:
    """The same with posts by what they are called."""

    def called(field: str, value: Any) -> Any:  # noqa: ANN401 - any JSON
        if isinstance(value, dict):
            return _by_title(value, titles)
        if isinstance(value, list):
            return [called(field, one) for one in value]
        return titles.get(value, value) if field in ACCOUNTS and isinstance(value, str) else value

    return {field: called(field, value) for field, value in found.items()}


def each(page: PageOut, field: str, name: Name, called: Mapping[str, str]) -> list[list[Finding]]:
    """What a page found of each of several, one by one; what is only presumed is left out.

    Where neither way may be found, that it is not so is a finding too.

    Args:
        page: The page.
        field: Where the several stand in it.
        name: What a code of the directory is called.
        called: What the fields of each are called, as the form says that takes them.
    """
    fields = _model(KINDS[page.kind].model_fields[field].annotation)
    hints = {key: one.annotation for key, one in fields.items()}
    return [
        [
            replace(finding, label=called.get(key, finding.label))
            for key, value in one.items()
            if value != fields[key].default
            for finding in _either(key, value, hints, name)
        ]
        for one in page.findings.get(field, ())
    ]


def _either(key: str, value: Any, hints: Mapping[str, Any], name: Name) -> Iterator[Finding]:  # noqa: ANN401 - any JSON
    if value is False and type(None) in get_args(hints[key]):
        yield Finding(LABELS.get(key, key), "否")
    else:
        yield from _told({key: value}, hints, name)


def _told(found: Mapping[str, Any], hints: Mapping[str, Any], name: Name) -> Iterator[Finding]:
    for key, value in found.items():
        if key in TECHNICAL or value in (None, "", [], {}, False):
            continue
        label = LABELS.get(key, key)
        if key.endswith(PAPER) and isinstance(value, str):
            yield Finding(label, paper=value)
        elif isinstance(value, dict):
            inner = _model(hints.get(key))
            yield from _told(value, {n: f.annotation for n, f in inner.items()}, name)
        elif said := _said(key, value, hints.get(key), name):
            yield Finding(label, said)


def _said(key: str, value: Any, hint: Any, name: Name) -> str:  # noqa: ANN401 - any JSON
    if isinstance(value, list):
        if key in ONE_BY_ONE and all(isinstance(one, dict) for one in value):
            return "、".join(_item(one, _model(hint), name) for one in value)
        if key in PARTIES_OF or any(isinstance(one, (dict, list)) for one in value):
            return f"{len(value)}项"
        return "、".join(_said(key, one, hint, name) for one in value)
    if isinstance(value, bool):
        return "是"
    words = _words(hint)
    for read in (
        words.get,
        lambda text: _period(text) if key in PERIODS else None,
        lambda text: str(Article.parse(text)) if key in ARTICLES else None,
        _when,
        lambda text: wording(text).term if key in {"heard", "heard_kind"} else None,
        lambda text: "" if _is_id(text) else None,
        name,
    ):
        if (said := _tried(read, str(value))) is not None:
            return said
    return str(value)


def _item(one: Mapping[str, Any], fields: Mapping[str, Any], name: Name) -> str:
    """What one of several says, without its papers; who it is, is read with a purpose alone."""
    said = {k: v for k, v in one.items() if v and (k in PERSON or not k.endswith(PAPER))}
    return "：".join(
        "一名当事人"
        if k in PERSON
        else f"第{v}项"
        if k == ACT
        else LABELS[k]
        if v is True
        else _said(k, v, fields[k].annotation, name)
        for k, v in said.items()
    )


def _tried(read: Callable[[str], str | None], text: str) -> str | None:
    try:
        return read(text)
    except (LookupError, ValueError):
        return None


def _period(code: str) -> str:
    return str(parse_period(code))


def _when(text: str) -> str | None:
    if len(text) < len("2026-01-01") or text[4:5] != "-":
        return None
    return until(text) if "T" in text else day(datetime.fromisoformat(text).date())


def _is_id(text: str) -> bool:
    return len(text) == _ID_SIGNS and bool(UUID(text))


def _words(hint: Any) -> Mapping[str, str]:  # noqa: ANN401 - a type hint
    if isinstance(hint, type) and issubclass(hint, Enum):
        return meanings(hint)
    return {word: says for part in get_args(hint) for word, says in _words(part).items()}


def _model(hint: Any) -> Mapping[str, Any]:  # noqa: ANN401 - a type hint
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return hint.model_fields
    return next((found for part in get_args(hint) if (found := _model(part))), {})
