"""What an office 机构 is, as the tools that serve all offices see it."""

from collections.abc import Awaitable, Callable, Collection, Coroutine, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from shared.contracts.fact import CLOCK, Fact
from shared.law.article import Article
from shared.law.terms import zh
from shared.work import Shelf, Work

if TYPE_CHECKING:
    from fastapi import APIRouter
    from typer import Typer

    from shared.law.prescribed import Group
    from shared.lawdesk import Question
    from shared.pages import Pages


@dataclass(frozen=True, slots=True)
class Heard:
    """What an office does when it hears a fact, and every file that this takes or opens."""

    handler: Callable[[Work, Any], None]
    files: Callable[[Any], Iterable[UUID]]


Listens = Mapping[type[Fact], Heard]
"""The facts that an office hears."""


@dataclass(frozen=True, slots=True)
class Broken:
    """What a rule for the books found: how many, and some of the files."""

    count: int
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule for the books 核对规则: what must hold, in Chinese, and where it does not."""

    name: str
    says: str
    check: Callable[[Any], Awaitable[Broken]]
    """Reads the books through a connection of asyncpg."""


@dataclass(frozen=True, slots=True)
class Bond:
    """联系: what ties a dispute to others beside its people, and how they are found."""

    says: str
    """Why it stands among the related disputes, in Chinese."""
    of: tuple[str, str]
    """Office and procedure of the files from which it is asked: those that the reader may see."""
    ask: str
    """A query with the ids of these files and how many rows at most.

    It gives the newest `dispute_id`, and the file `through` which each is tied: who may not see
    that one is not told of the bond.
    """


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper 文书 that an office makes from a file, once one of these facts is in it."""

    sort: str
    """By which the path of its door names it."""
    term: str
    on: tuple[type[Fact], ...]
    path: str
    """Of its door, with gaps for the file, the sort and the form."""
    number: str = ""
    """Of the door that tells its number and gives it one 编号; empty where it has none."""
    holds: str = ""
    """The field without which a page calls for no such paper; empty where any does."""
    is_list: bool = False
    """Whether it tells of the whole file as it stands, so that only the newest is offered."""
    by_organ: str = ""
    """The field of a page that names the organ whose paper it is, which may be a department."""
    of_departments: bool = False
    """Whether a department that reads the file has it, whatever the page says of organs."""
    office: str = ""
    """The office of whose files' pages it tells; empty where it is the one that makes it."""


Asks = Callable[[str, Iterable[tuple[str, Mapping[str, Any]]], str], Collection[str]]
"""The words of files that may be opened beside one: by where it stands, by its pages, each with its
kind and what it says, and by the organ that does it for itself, empty for anybody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """另立案卷: a page after which a door of its file opens another one about it."""

    kind: type[Fact]
    says: Mapping[str, str] = field(default_factory=dict)
    """What the page must say, by the names of its fields."""
    article: Article
    unless: type[Fact] | None = None
    """The page that ends it."""
    by_organ: str | None = None
    """The field of that page which names the organ whose it is to do, which may be a department or
    one above that else only reads the file; empty where no department does it. None where the
    door itself says who does."""
    then_in: str = ""
    """The word by which the id of the one file beside it is derived in which it is done from then
    on, once or again. As long as the page is not there it is done in the file itself."""
    opens: tuple[str, ...] = ()
    """The words by which the ids of those files are derived from this one's that it opens, or that
    take their place, a further word after a slash from the file so derived; once one of them is
    there it is done there. Empty where it is done again, or in a file of another sort."""
    asks: Asks | None = None
    """Where each of several may open one of its own: those that are to be opened by now. It is done
    as long as one of them is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Into:
    """一并记载: a page that a door makes in the file that its own is about, beside its own page."""

    facts: tuple[type[Fact], ...]
    """One of which it makes there."""
    about: str
    """The field of the first page that names that file."""
    says: Mapping[str, str] = field(default_factory=dict)
    """What the first page must say, by the names of its fields."""


@dataclass(frozen=True, kw_only=True)
class Office:
    """An office as one value: its files, what it hears, and its doors.

    Routers and commands are given as loaders, so that a worker does not import the web.
    """

    name: str
    shelves: tuple[Shelf[Any], ...]
    listens: Listens = field(default_factory=dict)
    routers: "tuple[Callable[[], APIRouter], ...]" = ()
    acts: Mapping[str, tuple[type[Fact], ...]] = field(default_factory=dict)
    """办理事项: which facts each of its doors makes in a file, by the door's path."""
    beside: Mapping[str, tuple[After, ...]] = field(default_factory=dict)
    """Those of them that open another file beside this one, and after which of its pages."""
    into: Mapping[str, Into] = field(default_factory=dict)
    """Those of them that make a page in the file that their own is about, too, and which."""
    from_beside: frozenset[str] = frozenset()
    """Those of them at which another authority acts, too, that else only reads the file."""
    from_called: frozenset[str] = frozenset()
    """Those of the latter at which it does as one that decides the file, too (ARR2026 32)."""
    opens_again: bool = False
    """Whether it opens another file in a dispute in which it has one: of another act, or anew."""
    anew: Mapping[str, str] = field(default_factory=dict)
    """Those of them that replace what they said before: their forms begin with the newest page; and
    which of its findings names the paper whose text is typed anew."""
    rests_on: Mapping[str, type[Fact]] = field(default_factory=dict)
    """Those of them that approve or take further what a page says, which stands beside the form."""
    papers: tuple[Printed, ...] = ()
    """Papers 文书 that it makes from its files."""
    pages: "Callable[[], Pages] | None" = None
    """Its pages at the desks; a loader, as above."""
    command: "Callable[[], Typer] | None" = None
    bonds: tuple[Bond, ...] = ()
    """What ties disputes together by its files 相关纠纷."""
    rules: tuple[Rule, ...] = ()
    tasks: tuple[Callable[[Any], Coroutine[Any, Any, None]], ...] = ()
    """What it does in the worker beside hearing, for ever; each is called with the hub."""
    questions: "Callable[[], tuple[Question[Any], ...]]" = tuple
    """What the office answers at the law desk 法律服务台; a loader, as above."""
    prescribed: "Callable[[], tuple[Group, ...]]" = tuple
    """The periods that only its answers reckon 不设时钟的期限; a loader, as above."""

    @property
    def term(self) -> str:
        """名称: what it is called wherever people read of it."""
        return zh(self.name)

    @property
    def hears(self) -> frozenset[str]:
        """The offices whose topics it subscribes to.

        What a clock says lies on the topic of the office beside whose file it stands: whoever hears
        that hears it of the offices of which it hears something else.
        """
        return frozenset(fact.office() for fact in self.listens) - {CLOCK}
