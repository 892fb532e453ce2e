"""Messages as they are sent to a city: of many troubles, each told in words of its own."""

from datetime import date, timedelta
from random import Random
from uuid import UUID, uuid5

from services.routing.hotspots.message import Message, words_of

TODAY = date(2026, 11, 23)
OWN = UUID(int=0x407)
COUNTIES = ("620702", "620722", "620723")

LIFT = "金水湾小区三号楼电梯停运两周，老人孩子爬楼，物业公司推脱维修基金不到位，请督促修复。"
HEATING = "金水湾小区暖气不热，室内只有十二度，供热公司说管网老化，请尽快解决供暖问题。"
MIXER = "翠屏花园旁的混凝土搅拌站昼夜施工，噪音粉尘扰民，业主无法入睡，要求搬离。"
SIGNS = "天地山川风云雨雪花木鱼鸟春夏秋冬东南西北红黄蓝白金银铜铁衣食住行琴棋书画"


def said(n: int, text: str, *, on: date = TODAY, county: str = "620702", **more: str) -> Message:
    """A message with its number, which is also its party unless one is named."""
    dispute = uuid5(OWN, str(n))
    subject, _, rest = text.partition("，")
    return Message(
        key=(dispute, 1),
        dispute_id=dispute,
        on=on,
        place=more.get("place", county),
        county=county,
        matter=more.get("matter", "wuye"),
        party=more.get("party", f"p{n}"),
        subject=words_of(subject),
        text=words_of(rest),
    )


def told(n: int, text: str) -> str:
    """The same trouble as another one tells it: some of its clauses, and words of their own."""
    draw = Random(n)  # noqa: S311 - no secret
    head, *clauses = text.rstrip("。").split("，")
    kept = draw.sample(clauses, k=max(2, len(clauses) - 1))
    return "，".join((head, *kept, _words(draw)))


def background(days: int = 112, a_day: int = 4, until: date = TODAY) -> list[Message]:
    """What a city sends all the time: each message of its own trouble."""
    draw = Random(7)  # noqa: S311 - no secret
    made = []
    for back in range(days):
        for n in range(a_day):
            number = 100_000 + back * 1000 + n
            text = f"{_words(draw)}，{_words(draw)}，{_words(draw)}，请予处理"
            county = COUNTIES[n % len(COUNTIES)]
            made.append(said(number, text, on=until - timedelta(days=back), county=county))
    return made


def _words(draw: Random) -> str:
    return "".join(draw.choices(SIGNS, k=9))
