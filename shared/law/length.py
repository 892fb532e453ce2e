"""期限的长度和起算, as a row of a procedure's table says them where no article fixes both."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from shared.law.period import Period


@dataclass(frozen=True, slots=True)
class AsStated:
    """A period that a paper states itself: it ends with the day in the fact's field `field`."""

    field: str

    def __str__(self) -> str:
        return "按文书载明的日期"


@dataclass(frozen=True, slots=True)
class AsSet:
    """A length that is set: the code of a period in the fact's field `field`, or none.

    The page keeps what was set on its day, so a rule that is changed moves no period that runs.
    """

    field: str
    usual: Period
    """What the hub comes with."""
    since: str = ""
    """Field of the day from which it runs, where the city sets that too; else the fact's own."""
    says: str = ""
    """How long it is as its reader is told, where no rule of the city sets it but the page."""

    @property
    def code(self) -> str:
        """The usual length."""
        return self.usual.code

    @property
    def by_day(self) -> bool:
        """Whether it usually ends with a day."""
        return self.usual.by_day

    def __str__(self) -> str:
        return self.says or f"{self.usual}（可由本市设定）"


@dataclass(frozen=True, slots=True)
class Named:
    """What fixed the start, where the fact names it: a code in its field `told_in`."""

    told_in: str
    words: Mapping[str, str] = field(hash=False)
    """What each code says, in Chinese."""

    def said_by(self, fact: Mapping[str, object]) -> str:
        """In words; empty where the fact, as one of old, does not name it."""
        return self.words.get(str(fact.get(self.told_in)), "")


@dataclass(frozen=True, slots=True)
class AsReckoned:
    """A statutory period that the fact names by its start, its length and its article, in fields.

    It may have begun long before the page, so it runs from its own start and shows its own proof.
    What was over before the page, by the field `last`, does not run: nobody can be warned of it.
    """

    start: str
    period: str
    article: str
    last: str
    because: str = "为法定起算之日"
    """What its proof says of the start, which no page of the file fixed."""
    named: Named | None = None
    """Where the fact names which of several it was."""

    @property
    def by_day(self) -> bool:
        """Every period that a statute gives a party ends with a day."""
        return True

    def __str__(self) -> str:
        return "按告知所列的法定期间"


@dataclass(frozen=True, slots=True)
class Since:
    """The day from which a period runs, in the field `field` of those of its facts that have it."""

    field: str
    because: str
    """What happened on that day, in Chinese: 受理."""
    named: Named | None = None
    """Where the fact names which of several it was, on its own day too."""
