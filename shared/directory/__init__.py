"""组织名录: the city's places, organs and matters, from a file that may be replaced.

A directory is a value: read once at the start, asked by code ever after. Facts carry codes only,
so an organ may change its name and no page has to be rewritten.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from shared.directory.build import (
    LEGAL_SERVICE_LINE,
    OWN,
    make_organs,
    read_legal_aid,
    read_merged,
    read_places,
)
from shared.directory.catalogue import load_matters
from shared.directory.checking import check_organs, once
from shared.directory.finding import Finder
from shared.directory.model import (
    Contact,
    DirectoryError,
    Duty,
    Form,
    Kind,
    Level,
    Matter,
    Nature,
    Organ,
    Place,
    Role,
    committee_in,
)
from shared.directory.source import Source

__all__ = [
    "Contact",
    "Directory",
    "DirectoryError",
    "Duty",
    "Form",
    "Kind",
    "Level",
    "Matter",
    "Nature",
    "Organ",
    "Place",
    "Role",
    "committee_in",
    "load",
]


NEAREST: Final = Contact("法律援助机构", LEGAL_SERVICE_LINE, "公共法律服务热线")
"""Where the directory names no 法律援助机构."""


class Directory:
    """组织名录: answers by code; an unknown code is a LookupError."""

    def __init__(
        self,
        places: Iterable[Place],
        organs: Iterable[Organ],
        matters: dict[str, Matter],
        merged: Mapping[str, str] | None = None,
        legal_aid: Mapping[str, Contact] | None = None,
    ) -> None:
        """`merged` names the successor of each organ that is no more; `legal_aid` by county."""
        self._merged = merged or {}
        self._legal_aid = legal_aid or {}
        self.places = {each.code: each for each in places}
        self.matters = matters
        self._organs = {each.code: each for each in organs}
        self._mediators: dict[str, list[Organ]] = {}
        for each in self.organs(Kind.MEDIATION):
            self._mediators.setdefault(each.place, []).append(each)
        self._finder = Finder(self.places.values())

    @property
    def city(self) -> Place:
        """The city itself."""
        return self._finder.city

    @property
    def _province(self) -> str:
        return f"{self.city.code[:2]}0000"

    def place(self, code: str) -> Place:
        """区划 by code."""
        if code not in self.places:
            raise LookupError(f"名录中没有区划 {code}")
        return self.places[code]

    def find_place(self, text: str) -> Place | None:
        """区划 by its code or an untidy address; None when it names no place of the city."""
        return self.places.get(text.strip()) or self._finder.find(text)

    def county_of(self, code: str) -> Place:
        """The county that a place lies in; the city for the city itself."""
        place = self.place(code)
        return self.place(code[:6]) if place.level is Level.TOWNSHIP else place

    def counties(self) -> list[Place]:
        """The counties and districts, in order."""
        return [each for each in self.places.values() if each.level is Level.COUNTY]

    def organ(self, code: str) -> Organ:
        """机构 by code."""
        if code not in self._organs:
            raise LookupError(f"名录中没有机构 {code}")
        return self._organs[code]

    def word_of(self, code: str) -> str:
        """机关代字, with which numbers of its papers begin; its name where it has none."""
        organ = self._organs.get(code)
        return (organ.word or organ.name) if organ else code

    def current(self, code: str) -> Organ:
        """机构 by code as it is today: of one that was merged 已撤并, its successor."""
        return self.organ(self.successor_of(code))

    def successor_of(self, code: str) -> str:
        """Code of the organ that one was merged into; its own where it was not, or is unknown."""
        return self._merged.get(code, code)

    def organs(
        self, kind: Kind | None = None, place: str | None = None, role: Role | None = None
    ) -> list[Organ]:
        """机构 of a kind, a place, a role, or all of these."""
        return [
            each
            for each in self._organs.values()
            if kind in (None, each.kind)
            and place in (None, each.place)
            and (role is None or role in each.roles)
        ]

    def windows(self) -> list[Organ]:
        """窗口 of every centre, and the hotline."""
        return self.organs(Kind.WINDOW) + self.organs(Kind.HOTLINE)

    def contact(self, code: str, window: str = "") -> Contact:
        """联系谁 about what an organ does: its own telephone, else the window's, else 12345.

        Of one that the directory no longer knows, the name is its code: who asks is still told.
        """
        asked = [self._organs.get(self._merged.get(each, each)) for each in (code, window)]
        known = [each for each in (*asked, *self.organs(Kind.HOTLINE)) if each is not None]
        reached = next(each for each in known if each.telephone)
        return Contact(asked[0].name if asked[0] else code, reached.telephone, reached.name)

    def legal_aid(self, *places: str) -> tuple[Contact, ...]:
        """法律援助机构 of these places, each once: of their county, else the city's (ARR2026 19).

        Where the directory knows none, whoever answers at 12348 tells which it is.
        """
        counties = (self.county_of(each).code for each in places if each in self.places)
        known = (
            self._legal_aid.get(code, self._legal_aid.get(self.city.code)) for code in counties
        )
        return tuple(dict.fromkeys(one or NEAREST for one in known)) or (NEAREST,)

    def centre_of(self, place: str) -> Organ:
        """综治中心 of a place."""
        return self.organ(f"{place}-centre")

    def government_of(self, place: str) -> Organ:
        """人民政府 of a place; a street's is its county's."""
        code = f"{place}-government"
        return self._organs.get(code) or self.organ(f"{self.county_of(place).code}-government")

    def body_of(self, place: str) -> Organ:
        """行政复议机构 of the place's city or county (ARL 4)."""
        return self.organ(f"{self.county_of(place).code}-sifa")

    def committee_of(self, place: str) -> Organ:
        """行政复议咨询委员会 of the place's city or county (ARL 52)."""
        return self.organ(f"{self.county_of(place).code}-committee")

    def mediators_of(self, place: str) -> list[Organ]:
        """人民调解委员会 of a place: its own first, then the county's (PML 8)."""
        county = self.county_of(place).code
        codes = [place, county] if place != county else [county]
        return [each for code in codes for each in self._mediators.get(code, ())]

    def authorities_of(self, organ: str) -> tuple[Organ, ...]:
        """行政复议机关 over an organ's acts; of several the party chooses (ARL 24, 27, 28)."""
        accused = self.organ(organ)
        if accused.kind is Kind.UNIT and accused.granted:
            of = self.organ(str(accused.parent))
            internal = accused.form is Form.INTERNAL  # of that organ itself (ARR 2026 33)
            if Role.AUTHORITY in of.roles and (internal or of.kind is Kind.GOVERNMENT):
                return (of,)
            over = self.authorities_of(of.code)
            return over if internal or Role.BODY not in of.roles else over[:1]  # ARL 24
        if accused.kind not in (Kind.DEPARTMENT, Kind.GOVERNMENT, Kind.STREET):
            raise LookupError(f"{accused.name}不是行政复议的被申请人")
        above = self.organ(accused.parent) if accused.parent else accused
        if accused.form is Form.BRANCH:
            return (self.government_of(above.place), self.government_of(accused.place))
        if Role.BODY in accused.roles:
            higher = self.city.code if accused.level is Level.COUNTY else self._province
            return (above, self.organ(f"{higher}-{accused.code.partition('-')[2]}"))
        return (above,)

    def above(self, code: str) -> Iterator[str]:
        """上级: the organs above one, nearest first; none of one that is not in the directory."""
        organ = self._organs.get(code)
        while organ is not None and organ.parent:
            yield organ.parent
            organ = self._organs.get(organ.parent)

    def authorities_above(self, code: str) -> tuple[str, ...]:
        """上级行政复议机关 of an authority, from the nearest."""
        found = (self.organ(one) for one in self.above(code))
        return tuple(one.code for one in found if Role.AUTHORITY in one.roles)

    def authorities_below(self, code: str) -> tuple[str, ...]:
        """下级行政复议机关: those above which an authority stands."""
        every = (one.code for one in self._organs.values() if Role.AUTHORITY in one.roles)
        return tuple(one for one in every if code in self.authorities_above(one))

    def is_department_of(self, organ: str, government: str) -> bool:
        """Whether an organ is a department 工作部门 of this very government (ARL 79)."""
        one = self._organs.get(organ)
        ordinary = one and one.kind is Kind.DEPARTMENT and one.form is Form.ORDINARY
        return bool(ordinary and one and one.parent == government)

    def department_above(self, organ: str) -> str | None:
        """上一级主管部门: the same department one level up; None where none is known (ARL 79)."""
        one = self.organ(organ)
        if one.kind is not Kind.DEPARTMENT or one.level is Level.PROVINCE:
            return None
        if one.guided:
            return one.guided
        higher = self.city.code if one.level is Level.COUNTY else self._province
        code = f"{higher}-{organ.partition('-')[2]}"
        return code if code in self._organs else None

    def departments_above(self, organ: str) -> tuple[str, ...]:
        """各级上级主管部门, from the nearest (ARL 77): above a unit, whichever set it up."""
        one = self._organs.get(organ)
        if one and one.kind is Kind.UNIT:
            of = self.organ(str(one.parent))
            up = of.code if of.kind is Kind.DEPARTMENT else None
        else:
            up = self.department_above(organ) if one else None
        return (up, *self.departments_above(up)) if up else ()

    def matter(self, code: str) -> Matter:
        """纠纷类型 by code."""
        if code not in self.matters:
            raise LookupError(f"名录中没有纠纷类型 {code}")
        return self.matters[code]

    def department(self, code: str, place: str) -> Organ:
        """The department that answers in a place: a township's stands at its county."""
        return self.organ(f"{self.county_of(place).code}-{code}")

    def duty(self, matter: str, place: str) -> Duty:
        """职责清单: who leads, who assists, and who decides where a law says so."""
        named = self.matter(matter)
        return Duty(
            lead=self.department(named.lead, place),
            assist=tuple(self.department(each, place) for each in named.assist),
            adjudicator=self._adjudicator(named, place),
        )

    def _adjudicator(self, matter: Matter, place: str) -> Organ | None:
        match matter.adjudicator:
            case None:
                return None
            case "government":
                return self.government_of(self.county_of(place).code)
            case "province":
                return self.organ(f"{self._province}-{matter.lead}")
            case department:
                return self.department(department, place)


def load(path: Path | None = None, matters: Path | None = None) -> Directory:
    """组织名录 from a file of one's own, or the one that comes with the hub.

    Raises:
        DirectoryError: Something is wrong; says in Chinese in which line and field.
    """
    source = Source.read(path or OWN)
    places = list(read_places(source))
    once(source, [each.code for each in places], "区划")
    organs = list(make_organs(source, places))
    check_organs(source, organs)
    known = frozenset(str(each.values["code"]) for each in source.many("department"))
    merged = dict(read_merged(source, frozenset(each.code for each in organs)))
    aid = dict(read_legal_aid(source, places))
    return Directory(places, organs, load_matters(matters, known), merged, aid)
