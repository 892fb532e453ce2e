"""法定期限, a period that the law prescribes and no table runs: questions reckon it alone.

The value says all of it once, and the proof is made from it; so whoever lists what there is lists
what is reckoned. Values that belong together stand in a group with the question that reckons them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shared.law.article import Article
from shared.law.calendar import Calendar
from shared.law.course import Cap, Exclusion, Extension
from shared.law.period import Period
from shared.law.proof import Proof
from shared.law.readings import Taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescribed:
    """法定期限: what it is called, how long it is, by which article, and from what it runs."""

    name: str
    """For programs and for a rule that is asked for, unlike any other of its group and edition."""
    term: str
    period: Period
    article: Article
    because: str
    """What fixes the start, in Chinese: 收到复议决定书."""
    since: date = date.min
    """The first day of the edition; a period of an earlier start goes by the one before."""
    until: date | None = None
    """The last day of the edition."""
    longer: Article | None = None
    """By which provision it may be extended."""
    longest: Period | None = None
    """How far at most, where that is bounded."""
    excludes: Article | None = None
    """By which provision some time is not counted."""
    configured: bool = False
    """Set by the city or from memory, not read in a law."""

    def proof(
        self,
        start: date,
        calendar: Calendar,
        *,
        because: str = "",
        exclusions: Sequence[Exclusion] = (),
        extensions: Sequence[Extension] = (),
        caps: Sequence[Cap] = (),
        readings: Sequence[Taken] = (),
    ) -> Proof:
        """期限说明 from a day of start.

        Args:
            start: The day of what fixes the start; it is not counted itself.
            calendar: The city's calendar.
            because: What fixed the start in this case, where that can be said more closely.
            exclusions: Time that is not counted.
            extensions: What it was prolonged by.
            caps: Days behind which it cannot end.
            readings: 读法 on which it rests.
        """
        reckoning = self.period.reckon(
            start, calendar, exclusions=exclusions, extensions=extensions, caps=caps
        )
        return Proof(
            term=self.term,
            article=self.article,
            because=because or self.because,
            reckoning=reckoning,
            readings=tuple(readings),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """一组法定期限 and the question of the law desk that reckons them."""

    name: str
    term: str
    question: str
    periods: tuple[Prescribed, ...]
