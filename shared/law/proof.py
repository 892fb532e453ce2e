"""期限说明, a date with its proof: what it is, whose article, what fixed its start, how it came."""

from dataclasses import dataclass

from shared.law.article import Article
from shared.law.period import Reckoning


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
