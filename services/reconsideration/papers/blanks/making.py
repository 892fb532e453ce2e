"""制作样式: what the case knows is filled in, and dots stand where somebody writes by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from services.reconsideration.papers.basics import GAP, basics_of
from services.reconsideration.papers.blanks import Blank
from services.reconsideration.papers.matter import Matter
from services.reconsideration.papers.own import PERIODS
from services.reconsideration.papers.printed import retold
from shared.contracts.intake import PersonKind
from shared.contracts.reconsideration import Standing
from shared.frame.meanings import meanings
from shared.law.article import ARL
from shared.paper import Paper, full_day, template_of
from shared.people import Person

HERE: Final = Path(__file__).parent
"""Where the templates are."""

LINE: Final = "…" * 24
"""Where a line is."""
DAY: Final = "……年……月……日"

_WORDS: Final = meanings(Standing)


def blank_paper(
    blank: Blank,
    standing: Standing,
    matter: Matter | None,
    *,
    organ: str = "",
    replaced: Path | None = None,
) -> Paper:
    """A paper for a party to sign: no number, no seal, no organ at its head.

    Args:
        blank: Which.
        standing: As what it is signed.
        matter: What is known of the case, with those persons only whom its reader may have named;
            None before there is a case.
        organ: Code of the one respondent that signs; empty where all of them do, or another side.
        replaced: Folder of the city's templates, if it has any.

    Raises:
        BadTemplate: The template is none.
    """
    template = template_of(blank.name, HERE, replaced)
    values = _values(blank, standing, matter, organ)
    reference = matter.reference if matter else ""
    paper = template.paper(values, organ="", reference=reference, dated=None)
    return replace(paper, record=True)  # what a party signs is no draft of an authority


def blank_papers(
    blank: Blank,
    standing: Standing,
    matter: Matter,
    *,
    organ: str = "",
    replaced: Path | None = None,
) -> tuple[Paper, ...]:
    """Of a case: one that all sign, or one for each organisation of whose head it tells.

    Raises:
        BadTemplate: As `blank_paper`.
    """
    people = matter.people.items()
    organs = [(at, one) for at, one in people if one.kind is not PersonKind.NATURAL]
    alone = [replace(matter, people=dict([one])) for one in organs if blank.each]
    each = alone or [matter]
    return tuple(blank_paper(blank, standing, one, organ=organ, replaced=replaced) for one in each)


def _values(blank: Blank, standing: Standing, matter: Matter | None, organ: str) -> dict[str, Any]:
    as_what, signers = _WORDS[standing], _signers(blank, standing, matter)
    known = _known(matter, blank) if matter else _UNKNOWN
    if standing is Standing.RESPONDENT:
        return {**_by_respondent(matter, organ, known["case"]), **known}
    joined = "参加的" if standing is Standing.THIRD else ""
    return {
        "as_what": as_what,
        "signers": _introduced(as_what, signers),
        "organs": [one for one in signers if one.kind is not PersonKind.NATURAL],
        "names": "、".join(one.name for one in signers) or GAP,
        "sign": f"{as_what}（签名、盖章或者按指印）：{GAP}\n日期：{DAY}",
        "third": standing is Standing.THIRD,
        **_GAPS,
        "concern": f"{as_what}{joined}{known['case']}",
        **known,
    }


def _by_respondent(matter: Matter | None, organ: str, case: str) -> dict[str, Any]:
    """What a paper of a respondent says: who applied, of whom it has the copy, and who signs."""
    applicants = "、".join(one.name for one in matter.applicants) if matter else GAP
    all_of_them = matter.respondent_names if matter else GAP
    simplified = matter is not None and matter.is_simplified
    return {
        "applicants": applicants,
        "concern": f"{applicants}{case}的行政复议案件",
        "signs": matter.organ(organ) if matter and organ else all_of_them,
        "reply_within": PERIODS["reply_simplified" if simplified else "reply"],
        "item": (ARL[54].par(1) if simplified else ARL[48]).code,
        "sign": f"被申请人（盖章）：{GAP}\n日期：{DAY}",
        **_GAPS,
    }


_GAPS: Final = {"gap": GAP, "line": LINE, "day": DAY}

_UNKNOWN: Final = {
    "respondent": GAP,
    "authority": GAP,
    "act": GAP,
    "case": f"不服{GAP}作出的{GAP}",
    "act_done_on": DAY,
    "learnt_on": DAY,
    "text": "",
}


def _known(matter: Matter, blank: Blank) -> dict[str, Any]:
    """What a case knows of itself; nothing of who else takes part."""
    received = matter.received
    act = meanings(type(received.act))[received.act.value]
    said = matter.texts.get(retold(matter), "") if blank.retells else ""
    return {
        "respondent": matter.respondent_names,
        "authority": matter.organ(matter.handling(matter.facts[-1])),
        "act": act,
        "case": f"不服{matter.respondent_names}{act}（纠纷编号{matter.reference}）",
        "act_done_on": _day(received.act_done_on),
        "learnt_on": _day(received.learnt_on),
        "text": said,
    }


def _day(day: date | None) -> str:
    return full_day(day) if day else DAY


def _signers(blank: Blank, standing: Standing, matter: Matter | None) -> list[Person]:
    """Who signs, of those whom the reader may have named."""
    if matter is None or blank.of_outsider:
        return []
    ids = matter.third_ids if standing is Standing.THIRD else matter.applicant_ids
    return [matter.people[one] for one in ids if one in matter.people]


def _introduced(as_what: str, signers: Sequence[Person]) -> list[str]:
    """基本情况, one by one; where nobody is known, of a citizen and of an organisation."""
    if not signers:
        person = Person("", PersonKind.NATURAL), Person("", PersonKind.LEGAL)
        notes = "（公民）", "（法人或者其他组织）"
        return [basics_of(f"{as_what}{note}", one) for note, one in zip(notes, person, strict=True)]
    return [basics_of(as_what, one) for one in signers]
