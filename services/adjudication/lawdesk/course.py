"""期限的进行: time left out and extensions, as the questioner tells them."""

from services.adjudication.domain.catalogue import Row
from services.adjudication.domain.procuring import TESTING
from services.adjudication.lawdesk.facts import AdjudicationFacts
from shared.errors import Malformed
from shared.law.article import Article
from shared.law.course import Course, Exclusion, Extension
from shared.law.period import parse_period


def course_of(row: Row, facts: AdjudicationFacts) -> Course | None:
    """The course of the time to rule, or to form an opinion; None if nothing was told.

    Raises:
        Malformed: An extension is asked for that no article allows: only the inquiry into a dispute
            over land may be prolonged (LAND_DISPUTES 28).
    """
    if facts.extension and not (row.power and row.power.opinion):
        bound = row.to_rule.article if row.to_rule else row.basis
        raise Malformed(f"{row.term}的裁决期限没有规定可以延长（{bound}）", "extension")
    article = TESTING if row.code == "caigou" else _article(row)
    stopped = facts.stopped_on
    out = (Exclusion(stopped, facts.resumed_on, "中止、鉴定或者补正", article),) if stopped else ()
    longer = (
        (Extension(parse_period(facts.extension), "案情复杂，批准延长", article),)
        if facts.extension
        else ()
    )
    return Course(out, longer) if out or longer else None


def _article(row: Row) -> Article:
    power = row.power
    bound = (power.opinion if power else None) or row.to_rule
    return bound.article if bound else row.basis
