"""What every question of this office tells in the same way 答复的共同部分."""

from collections.abc import Iterable, Mapping

from services.reconsideration.domain.saying import Point
from shared.lawdesk import Assumed, Facts, Reason


def reasons(points: Iterable[Point | None]) -> tuple[Reason, ...]:
    """The points as reasons; None is none."""
    return tuple(Reason(each.text, each.article, each.met) for each in points if each)


def assumed(facts: Facts, taken: Mapping[str, str]) -> tuple[Assumed, ...]:
    """Those of the fields that were not told, with what was taken for them."""
    return tuple(
        Assumed(field, text, _changes(type(facts), field))
        for field, text in taken.items()
        if getattr(facts, field) is None
    )


def _changes(model: type[Facts], field: str) -> str:
    extra = model.model_fields[field].json_schema_extra
    return str(extra["changes"]) if isinstance(extra, dict) else ""
