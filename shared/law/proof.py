"""期限说明, a date with its proof: what it is, whose article, what fixed its start, how it came."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from shared.law import picture
from shared.law.article import CPL, Article
from shared.law.course import Awaited, Capped, Excluded, Extended, Named
from shared.law.day import DAY
from shared.law.readings import Taken, taken
from shared.law.reckoning import Reckoning
from shared.law.wording import at, between, cite, dated, full, listed

ROLLS: Final = CPL[85].par(3)
"""届满日顺延, which ARL 88 and ALL 101 take over."""

_PROVISIONAL: Final = "所涉年份的放假安排尚未公布，以上日期为暂定"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """期限说明, one date that can show how it came about; the case file and the law desk share it.

    `reckoning` holds the days; the rest says what no calendar knows.
    """

    term: str
    """What the period is called, in Chinese: 行政复议申请期限."""

    article: Article
    """The provision that sets the period."""

    because: str
    """What fixed the start, in Chinese: 当场交付行政处罚决定书."""

    reckoning: Reckoning
    rule: str = ""
    """The rule by its name for programs, as `reconsideration.ordinary.review`."""

    edition: str = ""
    """The edition of the procedure table that the rule stands in."""

    readings: tuple[Taken, ...] = ()
    """读法 on which it rests beside those of its course: `shown` has all."""

    @property
    def shown(self) -> tuple[Taken, ...]:
        """Every reading that has a say in this date."""
        return tuple(dict.fromkeys((*self.readings, *_of_course(self.reckoning))))

    def sentence(self) -> str:
        """One whole Chinese sentence that says how the date came about."""
        return "；".join([*self._opening(), *self._course(), *self._ending()]) + "。"

    def table(self) -> tuple[tuple[str, str], ...]:
        """The same as rows of a label and a text."""
        return tuple(self._rows())

    def data(self) -> dict[str, Any]:
        """The same as plain JSON: dates in ISO form, provisions as code and as read."""
        r = self.reckoning
        known = r.last_day != date.max
        return {
            "term": self.term,
            "rule": self.rule,
            "edition": self.edition,
            "article": _provision(self.article),
            "because": self.because,
            "period": {"code": r.period.code, "text": str(r.period)},
            "start": r.start.isoformat(),
            "moment": r.moment.isoformat() if r.moment else None,
            "skipped": _days(r.skipped),
            "makeup": _days(r.makeup),
            "exclusions": [_exclusion(one) for one in r.exclusions],
            "extensions": [_extension(one) for one in r.extensions],
            "caps": [_cap(one) for one in r.caps],
            "requests": [_request(one) for one in r.requests],
            "raw_end": r.raw_end.isoformat(),
            "rolled": _days(r.rolled),
            "last_day": r.last_day.isoformat() if known else None,
            "until": r.until.isoformat() if known else None,
            "provisional": r.provisional,
            "standing_still": r.standing_still,
            "left": [period.code for period in r.left],
            "readings": [_reading(one) for one in self.shown],
            "sentence": self.sentence(),
        }

    def svg(self) -> str:
        """The same as a picture that stands by itself: months of days, or a bar if it is long."""
        return picture.draw(self.term, self.sentence(), self.reckoning)

    def _opening(self) -> Iterator[str]:
        r = self.reckoning
        begun = at(r.moment) if r.moment else full(r.start)
        yield f"{begun}{self.because}，{self.term}为{r.period}（{cite(self.article)}），{_from(r)}"
        if r.skipped:
            yield f"跳过休息日{len(r.skipped)}日，即{listed(r.skipped, r.start.year)}"
        if r.makeup:
            yield f"计入调休上班日{len(r.makeup)}日，即{listed(r.makeup, r.start.year)}"

    def _course(self) -> Iterator[str]:
        for excluded in self.reckoning.exclusions:
            if excluded.first:
                yield _left_out(excluded, self.reckoning.start.year)
        for extended in self.reckoning.extensions:
            yield _extended(extended)

    def _ending(self) -> Iterator[str]:
        r = self.reckoning
        if r.rolled and not r.standing_still:
            yield f"{_rolled(r)}（{ROLLS}）"
        if r.standing_still:
            yield _standing(r)
        yield from (_kept_open(one) for one in r.requests if one.binds)
        yield from (_bound(capped) for capped in r.caps if capped.binds)
        if r.last_day != date.max:
            yield f"{'最迟' if r.standing_still else ''}于{at(r.until)}届满"
        if r.provisional:
            yield _PROVISIONAL

    def _rows(self) -> Iterator[tuple[str, str]]:
        r = self.reckoning
        year = r.start.year
        yield "期限", f"{self.term}，{r.period}"
        yield "依据", cite(self.article)
        if self.rule or self.edition:
            yield "规则", "，".join(filter(None, (self.rule, self.edition)))
        yield "起算", f"{at(r.moment) if r.moment else dated(r.start)}{self.because}，{_from(r)}"
        if r.skipped:
            yield "跳过的休息日", f"{listed(r.skipped, year)}，共{len(r.skipped)}日"
        if r.makeup:
            yield "计入的调休上班日", f"{listed(r.makeup, year)}，共{len(r.makeup)}日"
        yield from (("不计入的期间", _left_out(one, year)) for one in r.exclusions)
        yield from (("延长", _extended(one)) for one in r.extensions)
        if r.rolled and not r.standing_still:
            yield "顺延", f"{_rolled(r)}（{ROLLS}）"
        yield from (("待决的申请", _kept_open(one)) for one in r.requests)
        yield from (("最长期限", _bound(one)) for one in r.caps)
        if r.standing_still:
            yield "停止计算", _standing(r)
        yield from (("读法", f"{one.text}（{cite(one.article)}没有写明）") for one in self.shown)
        yield "届满", at(r.until) if r.last_day != date.max else "待恢复计算后确定"
        if r.provisional:
            yield "暂定", _PROVISIONAL


def _of_course(r: Reckoning) -> Iterator[Taken]:
    """Readings of the course, where the other way would give another date."""
    for extended in r.extensions:
        if extended.at_rest:
            yield taken("extension", "last_day" if extended.extension.rolled else "raw_end")
    for capped in r.caps:
        if capped.rolled:
            yield taken("cap", "rolls")


def _from(r: Reckoning) -> str:
    if r.period.by_day:
        return "自次日起算"
    return "自该时刻起算" if r.period.suffix == "min" else "自下一整点起算"


def _approved(article: Article, by: str) -> str:
    return f"（{cite(article)}，{by}批准）" if by else f"（{cite(article)}）"


def _left_out(one: Excluded, year: int) -> str:
    why = one.exclusion
    basis = _approved(why.article, why.approved_by)
    if one.first is None:
        return f"{why.reason}{basis}，未占用本期间，不影响计算"
    if one.last is None:
        return f"{between(one.first, one.first, year)}起{why.reason}，至今未结束{basis}"
    taken = between(one.first, one.last, year)
    if one.first == why.after + DAY:
        return f"{taken}{why.reason}，不计入{one.days}日{basis}"
    whole = between(why.after + DAY, one.last, year)
    return f"{whole}{why.reason}，其中{taken}不计入{one.days}日{basis}"


def _extended(one: Extended) -> str:
    how = one.extension
    basis = _approved(how.article, how.approved_by)
    on = f"{full(how.on)}" if how.on else ""
    return f"{on}因{how.reason}延长{how.by}{basis}，自{full(one.after)}接续计算"


def _rolled(r: Reckoning) -> str:
    return f"最后一日遇{listed(r.rolled, r.start.year)}，顺延{len(r.rolled)}日"


def _standing(r: Reckoning) -> str:
    left = "、".join(str(period) for period in r.left)
    return f"期间停止计算，{f'尚余{left}' if left else '仅余顺延'}，待恢复之日的次日起继续计算"


def _kept_open(one: Awaited) -> str:
    asked = one.request
    told = f"{full(asked.asked)}{asked.reason}（{cite(asked.article)}）"
    if not one.binds:
        return f"{told}，不影响届满之日"
    decided = asked.decided == one.last_day
    why = "于该日决定" if decided else "决定期限至该日"
    return f"{told}，决定之前不届满，{why}，以{dated(one.last_day)}为准"


def _bound(one: Capped) -> str:
    cap = one.cap
    text = (
        f"自{full(cap.start)}起最长{cap.within}（{cite(cap.article)}），最迟{dated(one.last_day)}"
    )
    return f"{text}，以此为准" if one.binds else f"{text}，未超过"


def _provision(article: Article) -> dict[str, str]:
    return {"code": article.code, "text": cite(article)}


def _days(named: tuple[Named, ...]) -> list[dict[str, str]]:
    return [{"day": day.isoformat(), "name": name} for day, name in named]


def _reading(one: Taken) -> dict[str, Any]:
    return {
        "name": one.name,
        "way": one.way,
        "text": one.text,
        "article": _provision(one.article),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _exclusion(one: Excluded) -> dict[str, Any]:
    why = one.exclusion
    return {
        "after": why.after.isoformat(),
        "until": _iso(why.until),
        "first": _iso(one.first),
        "last": _iso(one.last),
        "days": one.days,
        "reason": why.reason,
        "article": _provision(why.article),
        "approved_by": why.approved_by,
    }


def _extension(one: Extended) -> dict[str, Any]:
    how = one.extension
    return {
        "by": {"code": how.by.code, "text": str(how.by)},
        "reason": how.reason,
        "article": _provision(how.article),
        "approved_by": how.approved_by,
        "on": _iso(how.on),
        "after": one.after.isoformat(),
        "raw_end": one.raw_end.isoformat(),
        "days": one.days,
    }


def _request(one: Awaited) -> dict[str, Any]:
    asked = one.request
    return {
        "asked": asked.asked.isoformat(),
        "within": {"code": asked.within.code, "text": str(asked.within)},
        "reason": asked.reason,
        "article": _provision(asked.article),
        "decided": _iso(asked.decided),
        "last_day": one.last_day.isoformat(),
        "binds": one.binds,
    }


def _cap(one: Capped) -> dict[str, Any]:
    return {
        "within": {"code": one.cap.within.code, "text": str(one.cap.within)},
        "start": one.cap.start.isoformat(),
        "article": _provision(one.cap.article),
        "last_day": one.last_day.isoformat(),
        "rolled": _days(one.rolled),
        "days": one.days,
        "binds": one.binds,
    }
