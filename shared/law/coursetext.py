"""期限的进行 as rows keep it: the intervals of a period as JSON, and back."""

import json
from datetime import date

from shared.law.article import Article
from shared.law.course import Course, Exclusion, Extension, Request
from shared.law.period import parse_period


def course_text(course: Course) -> str:
    """A course as rows keep it."""
    told: dict[str, list[dict[str, str | bool | None]]] = {}
    if course.exclusions:
        told["exclusions"] = [
            {
                "after": one.after.isoformat(),
                "until": one.until.isoformat() if one.until else None,
                "reason": one.reason,
                "article": one.article.code,
                "approved_by": one.approved_by,
                **({"subject": one.subject} if one.subject else {}),
            }
            for one in course.exclusions
        ]
    if course.extensions:
        told["extensions"] = [
            {
                "by": one.by.code,
                "reason": one.reason,
                "article": one.article.code,
                "approved_by": one.approved_by,
                "on": one.on.isoformat() if one.on else None,
                **({"rolled": True} if one.rolled else {}),
            }
            for one in course.extensions
        ]
    if course.requests:
        told["requests"] = [
            {
                "asked": one.asked.isoformat(),
                "within": one.within.code,
                "reason": one.reason,
                "article": one.article.code,
                "decided": one.decided.isoformat() if one.decided else None,
            }
            for one in course.requests
        ]
    return json.dumps(told, ensure_ascii=False)


def course_in(text: str) -> Course:
    """The course that a row keeps."""
    if text == "{}":
        return Course()
    told = json.loads(text)
    return Course(
        exclusions=tuple(
            Exclusion(
                after=date.fromisoformat(one["after"]),
                until=_day(one["until"]),
                reason=one["reason"],
                article=Article.parse(one["article"]),
                approved_by=one["approved_by"],
                subject=one.get("subject", ""),
            )
            for one in told.get("exclusions", ())
        ),
        extensions=tuple(
            Extension(
                by=parse_period(one["by"]),
                reason=one["reason"],
                article=Article.parse(one["article"]),
                approved_by=one["approved_by"],
                on=_day(one["on"]),
                rolled=one.get("rolled", False),
            )
            for one in told.get("extensions", ())
        ),
        requests=tuple(
            Request(
                asked=date.fromisoformat(one["asked"]),
                within=parse_period(one["within"]),
                reason=one["reason"],
                article=Article.parse(one["article"]),
                decided=_day(one["decided"]),
            )
            for one in told.get("requests", ())
        ),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
