"""提问: what somebody wrote becomes facts, or all that is wrong with them."""

import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from deploy.lawdesk.provisional import marked
from shared.errors import Malformed
from shared.law.article import NotYetInForce
from shared.law.calendar import BeyondCalendar
from shared.lawdesk import Answer, Question, Setting
from shared.problem.chinese import said

_WHOLE: Final = "各项事实"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field 有误的事实, and what the field would change."""

    field: str
    """As it is written, deeper ones after a dot; empty if several do not fit together."""

    title: str
    message: str
    changes: str = ""


class BadFacts(Exception):
    """事实不全或者有误: everything that is wrong, at once."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("；".join(f"{one.title}：{one.message}" for one in faults))
        self.faults = tuple(faults)


def ask(question: Question[Any], written: Mapping[str, Any], setting: Setting) -> Answer:
    """The answer to a question on facts as somebody wrote them.

    Raises:
        BadFacts: Some are missing, unknown, or cannot be what they say they are.
    """
    try:
        facts = question.facts.model_validate(dict(written))
    except ValidationError as error:
        raise BadFacts(faults_of(question.facts, error.errors())) from None
    return answer_to(question, facts, setting)


def answer_to(question: Question[Any], facts: Any, setting: Setting) -> Answer:  # noqa: ANN401 - the question's own
    """The answer on facts that are well formed.

    Raises:
        BadFacts: They name something that there is not.
    """
    try:
        return marked(question.answer(facts, setting), facts, setting)
    except Malformed as error:
        raise BadFacts([_named(question.facts, error)]) from None
    except NotYetInForce as error:
        raise BadFacts([Fault("", _WHOLE, str(error))]) from None
    except (BeyondCalendar, OverflowError):
        raise BadFacts([Fault("", _WHOLE, "日期或者期间过远，不能计算")]) from None


def faults_of(facts: type[BaseModel], errors: Iterable[Mapping[str, Any]]) -> list[Fault]:
    """What pydantic found wrong, each field once, in Chinese and with what it would change."""
    found = [_fault(facts, one) for one in errors]
    return list({one.field: one for one in reversed(found)}.values())[::-1]


def changes_of(field: FieldInfo) -> str:
    """What a field would change, as `told` says."""
    more = field.json_schema_extra
    return str(more.get("changes", "")) if isinstance(more, dict) else ""


def inner(annotation: object) -> Iterator[type[BaseModel]]:
    """The models inside of a type: `tuple[Party, ...] | None` has `Party`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from inner(part)


def _fault(facts: type[BaseModel], error: Mapping[str, Any]) -> Fault:
    path = [step for step in error["loc"] if isinstance(step, int | str)]
    kind = str(error["type"])
    name = ".".join(str(step) for step in path)
    within, field = _place(facts, path)
    if kind == "extra_forbidden":
        return _stranger(within, name, str(path[-1]))
    title = (field.description or field.title or name) if field else _WHOLE
    return Fault(
        name, title, said(kind, error.get("ctx") or {}), changes_of(field) if field else ""
    )


def _stranger(within: type[BaseModel], name: str, last: str) -> Fault:
    """A field that there is not, and the one that may have been meant."""
    near = get_close_matches(last.replace("-", "_"), within.model_fields, n=1)
    if not near:
        return Fault(name, name, f"没有这个字段；可用的有{'、'.join(within.model_fields)}")
    meant = within.model_fields[near[0]]
    message = f"没有这个字段，是否指 {near[0]}（{meant.description or meant.title}）"
    return Fault(name, name, message, changes_of(meant))


def _place(
    facts: type[BaseModel], path: Sequence[int | str]
) -> tuple[type[BaseModel], FieldInfo | None]:
    """The innermost model on the way, and the last field that is one; tags are passed over."""
    within, field = facts, None
    for step in path:
        if field is not None:
            within = next(iter(inner(field.annotation)), within)
        field = within.model_fields.get(str(step), field) if isinstance(step, str) else field
    return within, field


def _named(facts: type[BaseModel], error: Malformed) -> Fault:
    _, field = _place(facts, error.field.split("."))
    title = (field.description or field.title or error.field) if field else _WHOLE
    return Fault(error.field, title, error.message, changes_of(field) if field else "")
