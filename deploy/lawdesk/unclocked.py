"""不设时钟的期限: what only a question reckons, as a rule beside those of the tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from deploy.compose import offices
from shared.law.prescribed import Group, Prescribed
from shared.office import Office


@dataclass(frozen=True, slots=True)
class Unclocked:
    """One such period with the group in which it stands."""

    office: Office
    group: Group
    rule: Prescribed

    @property
    def name(self) -> str:
        """As `reconsideration.remedy.sue_decision`."""
        return f"{self.office.name}.{self.group.name}.{self.rule.name}"

    @property
    def edition(self) -> str:
        """The first day of its edition; empty where it has only one that is told."""
        return self.rule.since.isoformat() if self.rule.since != date.min else ""


def every_unclocked() -> Iterator[Unclocked]:
    """Every one of every office, in every edition."""
    for office in offices():
        for group in office.prescribed():
            for rule in group.periods:
                yield Unclocked(office, group, rule)


def row(one: Unclocked) -> tuple[str, ...]:
    """What people read of it, under the titles of the rules."""
    rule = one.rule
    length = f"{rule.period}{'（待核对或者可由本市设定）' if rule.configured else ''}"
    return (
        *(one.name, rule.term, length, str(rule.article), _edition(rule), rule.because),
        *("", f"不设时钟，由hub law {one.group.question}计算", "", ""),
        f"依法不计入的时间（{rule.excludes}）" if rule.excludes else "",
        _longer(rule),
    )


def _edition(rule: Prescribed) -> str:
    since = f"自{rule.since}" if rule.since != date.min else ""
    return since + (f"至{rule.until}" if rule.until else "")


def _longer(rule: Prescribed) -> str:
    if rule.longer is None:
        return ""
    most = f"，最长{rule.longest}" if rule.longest else ""
    return f"可以延长{most}（{rule.longer}）"


def data(one: Unclocked) -> dict[str, Any]:
    """What programs read of it, in the fields of a rule."""
    rule = one.rule
    return {
        "rule": one.name,
        "office": one.office.name,
        "office_term": one.office.term,
        "procedure": one.group.name,
        "procedure_term": one.group.term,
        "edition": one.edition,
        "until": rule.until.isoformat() if rule.until else None,
        "deadline": rule.name,
        "term": rule.term,
        "period": rule.period.code,
        "period_text": str(rule.period),
        "article": {"code": rule.article.code, "text": str(rule.article)},
        "starts": [{"fact": None, "term": rule.because}],
        "ends": [],
        "lapse": None,
        "subject": None,
        "warnings": [],
        "pauses": [{"term": "依法不计入的时间", "article": rule.excludes.code}]
        if rule.excludes
        else [],
        "prolongings": [
            {
                "term": "可以延长",
                "by": f"最长{rule.longest}" if rule.longest else "",
                "article": rule.longer.code,
            }
        ]
        if rule.longer
        else [],
        "clock": False,
        "question": one.group.question,
    }
