"""A ledger's row 台账行 as an entry: place, matter, parties and text as far as it tells them."""

import re
from collections.abc import Callable
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from services.intake.commands import Applicant, Entry, Party, comers_of
from services.intake.commands.entry import Hasher, entry_key
from services.intake.domain.registration import IMPORTER, Particulars
from services.intake.importing.guess import Guesser
from services.intake.ledger import Row
from shared.contracts.intake import ActKind, PersonKind, Side
from shared.directory import Directory, Place
from shared.frame.meanings import meanings
from shared.law.period import parse_period
from shared.people import Person, citizen_number, credit_code, telephone

_NOBODY: Final = "未具名"
_LEGAL: Final = re.compile(r"(?:公司|厂|店|合作社|委员会|协会|学校|医院|中心|集团|局|银行)$")
_REMEMBERED: Final = 4096
_BETWEEN: Final = re.compile(r"\s*[、，,；;]\s*")
_NAME: Final = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]+(?:[·•][\u4e00-\u9fff]+)+")
"""A name of a person and nothing else."""
_SEVERAL: Final = 2

ACTS: Final = {
    **{str(act): act for act in ActKind},
    **{says: ActKind(act) for act, says in meanings(ActKind).items()},
}
"""行政行为 by code or name; against whom it is must be known, too."""


class Reader:
    """Makes entries of the rows of one ledger."""

    def __init__(
        self,
        directory: Directory,
        hasher: Hasher,
        *,
        window: str,
        source: str,
        history: bool = False,
    ) -> None:
        self._directory = directory
        self._hasher = hasher
        self._window = window
        self._source = f"ledger/{source}"
        self._history = history
        self._guess = Guesser(directory)
        self._organs = {each.name: each.code for each in directory.organs()}
        self._organs |= {code: code for code in self._organs.values()}
        self._place = lru_cache(_REMEMBERED)(directory.find_place)

    def entry(self, row: Row) -> Entry:
        """来件 of a row; whatever it cannot place goes into the text, so that nothing is lost."""
        place = self._place(row.place) if row.place else None
        organ = self._organs.get(row.organ)
        act = ACTS.get(row.act) if organ else None
        known = self._known(row, place or self._directory.city, organ, act)
        people = _people(row)
        who = [
            Applicant(
                person=proven,
                known=known,
                subject=row.subject or row.text,
                matter_is_told=self._guess.named(row.matter) is not None,
            )
            for _, proven in people
        ]
        beside = (
            ("来件时间", f"{row.received:%Y-%m-%d %H:%M}" if row.received else ""),
            ("属地", "" if place else row.place),
            ("被反映单位", "" if organ else row.organ),
            ("行政行为", "" if act else row.act),
            *(() if act else _silence(row)),
        )
        said = (f"{name}：{value}" for name, value in beside if value)
        return Entry(
            key=entry_key(self._source, row.source_number),
            digest=_digest(row),
            known=known,
            parties=tuple(Party(Side.APPLICANT, person) for person, _ in people),
            text="\n".join((row.subject, row.text, *said)).strip(),
            comers=comers_of(who, self._hasher),
            by=IMPORTER,
            on=row.received.date() if self._history and row.received else None,
        )

    def _known(self, row: Row, place: Place, organ: str | None, act: ActKind | None) -> Particulars:
        matter = self._guess.named(row.matter)
        return Particulars(
            window=self._window,
            county=self._directory.county_of(place.code).code,
            place=place.code,
            channel=self._guess.channel(row.channel),
            matter=matter or self._guess.matter(row.subject, f"{row.matter} {row.text}"),
            respondent=organ,
            happened_on=row.happened,
            learnt_on=row.learnt,
            history=self._history,
            act=act,
            omission=row.omission if act else None,
            requested_on=row.requested if act else None,
            duty_within=row.duty_within if act else None,
            urgent=row.urgent and act is not None,
        )


def _silence(row: Row) -> tuple[tuple[str, str], ...]:
    """没有处理履职申请 as the ledger says it, where it is not known of which act (ARR2026 24)."""
    within = str(parse_period(row.duty_within)) if row.duty_within else ""
    return (
        ("没有处理履职申请", "" if row.omission is None else "是" if row.omission else "否"),
        ("收到履职申请日期", row.requested.isoformat() if row.requested else ""),
        ("规定的履行期限", within),
        ("紧急情况下请求保护", "是" if row.urgent else ""),
    )


def _digest(row: Row) -> str:
    content = f"{row.sender}\x1f{row.subject}\x1f{row.text}"
    return blake2b(content.encode(), digest_size=16).hexdigest()


def _people(row: Row) -> list[tuple[Person, Person]]:
    """The senders; number and telephone are those of the first, where a row names several.

    A row whose sender is not names alone has one, as it says.
    """
    names = [name for name in _BETWEEN.split(row.sender) if name]
    if len(names) < _SEVERAL or not all(_NAME.fullmatch(n) or _LEGAL.search(n) for n in names):
        names = [row.sender]
    first, *others = names
    return [_person(first, row.id_number, row.phone), *(_person(name) for name in others)]


def _person(sender: str, id_number: str = "", telephone_number: str = "") -> tuple[Person, Person]:
    """A sender as the ledger says, and as far as their numbers prove who they are.

    Ledgers blot out numbers (138****0000): such a one is kept, but recognises nobody.
    """
    kind = PersonKind.LEGAL if _LEGAL.search(sender) else PersonKind.NATURAL
    official = citizen_number if kind is PersonKind.NATURAL else credit_code
    name, number, phone = sender or _NOBODY, id_number or None, telephone_number or None
    person = Person(name, kind, number, phone)
    proven = Person(name, kind, _proven(number, official), _proven(phone, telephone))
    return person, proven


def _proven(value: str | None, check: Callable[[str], str]) -> str | None:
    if value is None:
        return None
    try:
        return check(value)
    except ValueError:
        return None
