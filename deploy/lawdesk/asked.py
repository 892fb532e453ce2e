"""问题的表单: the form of a question, made of its facts; codes are chosen by name."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, Final

from deploy.compose import offices
from deploy.lawdesk.asking import changes_of
from deploy.lawdesk.rules import every_rule
from deploy.lawdesk.unclocked import every_unclocked
from shared.directory import Directory
from shared.frame import Form
from shared.frame.choosing import MATTERS, PLACES, Options, known_to
from shared.frame.filled import MORE, row, rows_of
from shared.frame.forms import NOUGHT, Box, boxes
from shared.lawdesk import Question

BLANK: Final = (("", "（不填）"),)


def form_of(question: Question[Any], directory: Directory) -> tuple[Box, ...]:
    """Every fact as a field: what it would change is its help."""
    chosen = _chosen(question.name, directory)
    fields = question.facts.model_fields
    return tuple(
        _told(box, changes_of(fields[box.name]), chosen.get(box.name, ()))
        for box in boxes(question.facts)
    )


def _told(box: Box, changes: str, options: Options) -> Box:
    kind = "choice" if options else box.kind
    help_ = "" if options else box.help
    if kind == "choice":  # behind a colon stand the words of a terminal, which the form offers
        help_ = help_.partition("：")[0]
    says = "" if help_ in ("", box.label) else f"{help_}。"
    return replace(
        box,
        kind=kind,
        options=options or box.options,
        help=f"{says}影响：{changes}" if changes else says,
    )


def parted(
    shown: tuple[Box, ...], question: Question[Any], typed: Form
) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """What is asked at first, and the rest: first what is needed, usual, or was typed."""
    first = {box.name for box in shown if box.required or box.name in question.example}
    first |= {box.name for box in shown if is_said(typed, box)}
    return (
        tuple(box for box in shown if box.name in first),
        tuple(box for box in shown if box.name not in first),
    )


def is_said(typed: Form, box: Box) -> bool:
    """Whether anything was typed into a field, or another row of it was asked for."""
    if typed.get(MORE) == box.name or typed.get(f"{box.name}{NOUGHT}"):
        return True
    return any(
        typed.all(name)
        for name in typed.values
        if name == box.name or name.startswith(f"{box.name}/")
    )


def told(typed: Form, box: Box, name: Callable[[str], str]) -> str:
    """所填的事实, as people read it: choices and organs by name, each row with its labels."""
    if box.kind == "rows":
        rows = (
            "，".join(
                f"{one.label}{told(typed, one, name)}" for one in row(box, n) if is_said(typed, one)
            )
            for n in range(rows_of(typed, box))
        )
        return "；".join(one for one in rows if one)
    if box.organs:
        return "、".join(map(name, typed.all(box.name)))
    names = {"true": "是", "false": "否", **dict(box.options)}
    return "、".join(names.get(one, one) for one in typed.all(box.name))


def _chosen(question: str, directory: Directory) -> Mapping[str, Options]:
    """What is chosen by name where the facts take a code, by the field."""
    known = known_to(directory)
    found: dict[str, Options] = {
        "matter": (("", "（请选择）"), *known[MATTERS]),
        "place": (*BLANK, *known[PLACES]),
    }
    if question == "rules":
        found |= {"office": (*BLANK, *_offices()), "procedure": (*BLANK, *_procedures())}
    if question == "deadline":
        found |= {"rule": (*BLANK, *_rules())}
    return found


def _offices() -> Options:
    return tuple((one.name, one.term) for one in offices())


@cache
def _procedures() -> Options:
    tables = {one.procedure.name: one.procedure.term for one in every_rule()}
    groups = {one.group.name: one.group.term for one in every_unclocked()}
    return tuple({**groups, **tables}.items())


@cache
def _rules() -> Options:
    """Every period that can be reckoned, the newest edition of each telling what it is."""
    clocked = {
        one.name: f"{one.office.term}　{one.procedure.term}　{one.deadline.term}，"
        f"{one.deadline.within}（{one.deadline.article}）"
        for one in every_rule()
        if hasattr(one.deadline.within, "code")
    }
    beside = {
        one.name: f"{one.office.term}　{one.group.term}　{one.rule.term}，"
        f"{one.rule.period}（{one.rule.article}）"
        for one in every_unclocked()
    }
    return tuple({**clocked, **beside}.items())
