"""Makes every organ of the city from the compact lists of a directory file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from shared.directory.model import Contact, Form, Kind, Level, Organ, Place, Role
from shared.directory.source import CODE, Record, Source

OWN = Path(__file__).with_name("zhangye.toml")
SIX, THREE = re.compile(r"\d{6}"), re.compile(r"\d{3}")
TAIL = re.compile(r"(?:街道|镇|(?:(?:蒙古|藏|回|裕固|东乡|哈萨克|土|满|壮|苗|瑶|侗|彝|畲)族)?乡)$")
TELEPHONE = re.compile(r"(?:0\d{2,3}-\d{7,8}(?:-\d{1,6})?|1\d{4})")
SERVICE_LINE = "12345"
"""政务服务便民热线, the same in every city."""
LEGAL_SERVICE_LINE = "12348"
"""公共法律服务热线, the same everywhere; through it one asks for legal aid, too."""
DEPARTMENTS = (Form.ORDINARY, Form.BRANCH, Form.VERTICAL)
UNITS = (Form.OUTPOST, Form.INTERNAL, Form.ORGANISATION)
COURTLIKE = (Kind.COURT, Kind.PROCURATORATE, Kind.ARBITRATION)


def read_places(source: Source) -> Iterator[Place]:
    """区划: the city, its counties, their townships and streets."""
    city = source.one("city")
    top = Place(city.code(SIX, "六位数字"), city.text("name"), Level.CITY, short=city.text("short"))
    yield top
    for record in source.many("county"):
        county = Place(
            record.code(SIX, "六位数字"),
            record.text("name"),
            Level.COUNTY,
            parent=top.code,
            short=record.text("short"),
            aliases=record.texts("aliases"),
            autonomous=record.get("autonomous", bool, default=False),
        )
        yield county
        for number, name in record.table("townships").items():
            if not THREE.fullmatch(number):
                raise record.wrong(number, "乡镇代码应为三位数字")
            short = TAIL.sub("", name)
            yield Place(county.code + number, name, Level.TOWNSHIP, county.code, short)


def read_merged(source: Source, organs: frozenset[str]) -> Iterator[tuple[str, str]]:
    """撤并: organs that are no more, each with the organ that has its duties now."""
    for record in source.many("merged"):
        code, into = record.text("code"), record.text("into")
        if code in organs:
            raise record.wrong("code", f"{code} 仍在名录中，不是已撤并的机构")
        if into not in organs:
            raise record.wrong("into", f"接续的机构 {into} 不在名录中")
        yield code, into


def read_legal_aid(source: Source, places: Iterable[Place]) -> Iterator[tuple[str, Contact]]:
    """法律援助机构 by the code of its city or county; one without a telephone has 12348's."""
    known = {each.code for each in places if each.level in (Level.CITY, Level.COUNTY)}
    for record in source.many("legal_aid"):
        code, name = record.code(SIX, "六位数字"), record.text("name")
        if code not in known:
            raise record.wrong("code", f"{code} 不是本市或者本市的县区")
        telephone = record.get("telephone", str, "") or LEGAL_SERVICE_LINE
        if not TELEPHONE.fullmatch(telephone):
            raise record.wrong("telephone", f"“{telephone}”应为区号-号码，或者五位服务号码")
        yield code, Contact(name, telephone, name)


def _telephones(source: Source, organs: frozenset[str]) -> Mapping[str, str]:
    """电话 by the code of the organ; who is not named has none."""
    record = source.one("telephone")
    numbers = record.all_texts()
    for code, number in numbers.items():
        if code not in organs:
            raise record.wrong(code, "名录中没有这个机构")
        if not TELEPHONE.fullmatch(number):
            raise record.wrong(code, f"“{number}”应为区号-号码（可以加-分机），或者五位服务号码")
    return numbers


def _words(source: Source, organs: frozenset[str]) -> Mapping[str, str]:
    """机关代字 by the code of the organ; who is not named has none, and no two have the same."""
    record = source.one("words")
    words = record.all_texts()
    for code, word in words.items():
        if code not in organs:
            raise record.wrong(code, "名录中没有这个机构")
        if list(words.values()).count(word) > 1:
            raise record.wrong(code, f"机关代字“{word}”不止一个机构使用，文号会重复")
    return words


def make_organs(source: Source, places: list[Place]) -> Iterator[Organ]:
    """机构 with their telephones and words 机关代字."""
    organs = list(_listed(source, places))
    organs += _units(source, organs)
    known = frozenset(each.code for each in organs)
    numbers, words = _telephones(source, known), _words(source, known)
    for each in organs:
        telephone = numbers.get(each.code, each.telephone)
        yield replace(each, telephone=telephone, word=words.get(each.code, ""))


def _listed(source: Source, places: list[Place]) -> Iterator[Organ]:
    """机构: everything that the lists stand for, in each place."""
    city = places[0]
    yield from _above(source, city)
    yield from _guiding(source, city)
    for place in places:
        yield from _governing(place, city)
        yield from _centre(source, place)
        if place.level is Level.TOWNSHIP:
            continue
        own = source.one("city") if place is city else _county(source, place)
        for record in source.many("department"):
            yield _department(record, own, place)
        yield from _linked(source, place)
        yield _organ(place, "committee", f"{place.name}行政复议咨询委员会", Kind.COMMITTEE)
    name = source.one("hotline").text("name")
    hotline = _organ(city, "hotline", name, Kind.HOTLINE, parent=f"{city.code}-centre")
    yield replace(hotline, telephone=SERVICE_LINE)


def _units(source: Source, organs: list[Organ]) -> list[Organ]:
    """派出机构、内设机构、授权的组织, each under the organ that set it up or manages it."""
    known = {each.code: each for each in organs}
    return [_unit(record, known) for record in source.many("unit")]


def _unit(record: Record, known: Mapping[str, Organ]) -> Organ:
    code, form = record.code(CODE, "小写字母代码"), record.text("form")
    if form not in UNITS:
        raise record.wrong("form", f"“{form}”应为 {'、'.join(UNITS)} 之一")
    above = known.get(record.text("of"))
    if above is None or above.kind not in (Kind.GOVERNMENT, Kind.STREET, Kind.DEPARTMENT):
        raise record.wrong("of", "应为名录中设立、管理它的政府、街道办事处或者部门")
    if above.form is Form.VERTICAL:
        raise record.wrong("of", "实行垂直领导的机关的机构，依照行政复议法第二十七条，不在此列")
    return Organ(
        code=f"{above.place}-{code}",
        name=record.text("name"),
        kind=Kind.UNIT,
        place=above.place,
        level=above.level,
        parent=above.code,
        form=Form(form),
        granted=record.get("granted", str, ""),
    )


def _county(source: Source, place: Place) -> Record:
    return next(each for each in source.many("county") if each.values["code"] == place.code)


def _organ(place: Place, code: str, name: str, kind: Kind, parent: str | None = None) -> Organ:
    parent = parent or f"{place.code}-government"
    return Organ(f"{place.code}-{code}", name, kind, place.code, place.level, parent)


def _above(source: Source, city: Place) -> Iterator[Organ]:
    forms = {each.values.get("code"): each.values.get("form") for each in source.many("department")}
    where = f"{city.code[:2]}0000"
    for code, name in source.one("above").all_texts().items():
        reviews = code in ("government", "sifa") or forms.get(code) == Form.VERTICAL
        role = Role.AUTHORITY if reviews else Role.ADJUDICATOR
        kind = Kind.GOVERNMENT if code == "government" else Kind.DEPARTMENT
        yield Organ(f"{where}-{code}", name, kind, where, Level.PROVINCE, roles=frozenset({role}))


def _guiding(source: Source, city: Place) -> Iterator[Organ]:
    """上一级主管部门 of the city's departments, each once (ARL 79)."""
    where = f"{city.code[:2]}0000"
    for code, name in _guides(source).items():
        parent = f"{where}-government"
        yield Organ(f"{where}-{code}", name, Kind.DEPARTMENT, where, Level.PROVINCE, parent)


def _guides(source: Source) -> Mapping[str, str]:
    """Their names, each by the code of the first department that it guides."""
    record = source.one("guiding")
    named = record.all_texts()
    departments = {each.values.get("code") for each in source.many("department")}
    for code in named:
        if code not in departments:
            raise record.wrong(code, "名录中没有这个部门")
        if code in source.one("above").values:
            raise record.wrong(code, "[above] 里已经写了它的上一级")
    return {code: name for code, name in named.items() if code == _guide(source, code)}


def _guide(source: Source, code: str) -> str:
    """The code under which the guide of a department stands: the first that has its name."""
    named = source.one("guiding").all_texts()
    return next((each for each, name in named.items() if name == named.get(code)), code)


def _governing(place: Place, city: Place) -> Iterator[Organ]:
    if place.level is Level.TOWNSHIP and place.name.endswith("街道"):
        above = f"{place.parent}-government"
        yield _organ(place, "street", f"{place.name}办事处", Kind.STREET, above)
        return
    above = f"{place.parent or city.code[:2] + '0000'}-government"
    roles = frozenset({Role.ADJUDICATOR})
    if place.level is not Level.TOWNSHIP:
        roles |= {Role.AUTHORITY}
    code, name = f"{place.code}-government", f"{place.name}人民政府"
    yield Organ(code, name, Kind.GOVERNMENT, place.code, place.level, above, roles=roles)


def _centre(source: Source, place: Place) -> Iterator[Organ]:
    above = f"{place.parent}-centre" if place.parent else f"{place.code}-government"
    name = f"{place.name}综治中心"
    yield _organ(place, "centre", name, Kind.CENTRE, above)
    windows = source.one("windows").get(place.level, int, 1)
    for number in range(1, windows + 1):
        title = f"{name}{number}号窗口"
        yield _organ(place, f"window-{number}", title, Kind.WINDOW, f"{place.code}-centre")
    above = f"{place.parent if place.level is Level.TOWNSHIP else place.code}-sifa"
    yield _organ(place, "mediation", f"{place.name}人民调解委员会", Kind.MEDIATION, above)


def _department(record: Record, own: Record, place: Place) -> Organ:
    code, form = record.code(CODE, "小写字母代码"), record.get("form", str, "ordinary")
    if form not in DEPARTMENTS:
        raise record.wrong("form", f"“{form}”应为 {'、'.join(DEPARTMENTS)} 之一")
    special = own.table("names").get(code)
    branch = place.level is Level.COUNTY and (form == Form.BRANCH or _is_branch(special))
    vertical = form == Form.VERTICAL
    guide = _guide(record.source, code) if place.level is Level.CITY else code
    return Organ(
        code=f"{place.code}-{code}",
        name=special or _name(record, place) or f"{place.name}{record.text('name')}",
        kind=Kind.DEPARTMENT,
        place=place.code,
        level=place.level,
        parent=_leader(place, code, up=branch or vertical),
        fields=record.texts("fields"),
        roles=_roles(record, code, place, vertical=vertical),
        form=Form.BRANCH if branch else Form.VERTICAL if vertical else Form.ORDINARY,
        guided=f"{place.code[:2]}0000-{guide}" if guide != code else "",
    )


def _is_branch(name: str | None) -> bool:
    return bool(name) and str(name).endswith("分局")


def _leader(place: Place, code: str, *, up: bool) -> str:
    above = place.parent or f"{place.code[:2]}0000"
    return f"{above}-{code}" if up else f"{place.code}-government"


def _roles(record: Record, code: str, place: Place, *, vertical: bool) -> frozenset[Role]:
    roles = {Role.BODY} if code == "sifa" else set()
    if record.get("adjudicates", bool, default=False):
        roles.add(Role.ADJUDICATOR)
    if place.level is Level.CITY and (vertical or code == "sifa"):
        roles.add(Role.AUTHORITY)
    return frozenset(roles)


def _linked(source: Source, place: Place) -> Iterator[Organ]:
    for record in source.many("linked"):
        code, kind = record.code(CODE, "小写字母代码"), record.text("kind")
        if kind not in COURTLIKE:
            raise record.wrong("kind", f"“{kind}”应为 {'、'.join(COURTLIKE)} 之一")
        if name := _name(record, place):
            yield _organ(place, code, name, Kind(kind))
    for record in source.many("mediation"):
        code, name = record.code(CODE, "小写字母代码"), record.text("name")
        if place.level is Level.COUNTY:
            title, above = f"{place.name}{name}人民调解委员会", f"{place.code}-sifa"
            yield _organ(place, f"mediation-{code}", title, Kind.MEDIATION, above)


def _name(record: Record, place: Place) -> str:
    pattern = record.get(f"{place.level}_name", str, "")
    return pattern.replace("{place}", place.name).replace("{short}", place.short)
